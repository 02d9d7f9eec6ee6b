'use client'

import { Bookmark, Columns3 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { PopoverButton } from '@/components/ui/popover-button'
import { imageListPath } from '@/lib/client/image-search'
import { patiently } from '@/lib/client/patiently'
import { ExportButton } from './export-button'
import { useImageSearch } from './use-image-search'

const ColumnChooser = dynamic(
  patiently(() => import('./column-chooser').then((module) => module.ColumnChooser)),
  { ssr: false },
)
const SavedViewsPanel = dynamic(
  patiently(() => import('./saved-views-panel').then((module) => module.SavedViewsPanel)),
  { ssr: false },
)

/** How the list of images is looked at, and the way to take it along. */
export function ListTools() {
  const t = useTranslations('images')
  const { search } = useImageSearch()
  const { project } = useSignedIn()
  return (
    <>
      <PopoverButton title={t('views')} icon={<Bookmark size={14} aria-hidden />}>
        {(close) => <SavedViewsPanel onClose={close} />}
      </PopoverButton>
      <PopoverButton title={t('columns')} icon={<Columns3 size={14} aria-hidden />}>
        {() => <ColumnChooser />}
      </PopoverButton>
      <ExportButton path={imageListPath(search, project.id)} />
    </>
  )
}
