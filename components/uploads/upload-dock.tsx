'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/icon-button'
import { patiently } from '@/lib/client/patiently'
import { isRunning, type Upload } from '@/lib/client/uploads/upload'
import { Announcer } from './announcer'
import { ClearFinished } from './clear-finished'
import { useUploadList } from './upload-provider'
import { useFocusAfterRemoval } from './use-focus-after-removal'

const UploadRow = dynamic(
  patiently(() => import('./upload-row').then((module) => module.UploadRow)),
  { ssr: false },
)

/** The uploads of this browser at the bottom of every page but their own; a bar over the whole width on a phone. */
export function UploadDock() {
  const t = useTranslations('uploads')
  const uploads = useUploadList()
  const path = usePathname()
  const settled = uploads.every(({ stage }) => stage === 'active')
  const { list, expanded, setExpanded } = useExpanded(settled, path)
  const heldRow = useFocusAfterRemoval(list, uploads.length)
  const summary = useSummary(uploads)
  return (
    <>
      <Announcer />
      {uploads.length > 0 && path !== '/uploads' && (
        <section
          aria-label={t('dock')}
          className="fixed inset-x-0 bottom-0 z-20 border-hairline border-t bg-surface shadow-overlay sm:inset-x-auto sm:right-4 sm:bottom-4 sm:w-100 sm:rounded-card sm:border"
        >
          <div className="flex items-center justify-between gap-2 py-1 pr-2 pl-4">
            <h2 className="min-w-0 flex-1 font-semibold text-table">{summary}</h2>
            <ClearFinished size="small" />
            <IconButton
              label={expanded ? t('collapse') : t('expand')}
              aria-expanded={expanded}
              onClick={() => setExpanded(!expanded)}
            >
              {expanded ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
            </IconButton>
          </div>
          {expanded && (
            <ul ref={list} className="max-h-[40dvh] divide-y divide-hairline overflow-y-auto border-hairline border-t">
              {uploads.map((upload, index) => (
                <UploadRow key={upload.id} upload={upload} held={heldRow(index)} />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  )
}

const lingersMs = 20_000

/** Work shows itself; what is done gets out of the way by itself: on the next page, or a while later. */
function useExpanded(settled: boolean, path: string) {
  const list = useRef<HTMLUListElement>(null)
  const [expanded, setExpanded] = useState(!settled)
  const [seen, setSeen] = useState({ settled, path })
  if (seen.settled !== settled || seen.path !== path) {
    setSeen({ settled, path })
    if (seen.settled && !settled) setExpanded(true)
    if (settled && seen.path !== path) setExpanded(false)
  }
  useEffect(() => {
    if (!settled) return
    // Not under somebody's keyboard focus.
    const collapse = () => setExpanded((now) => now && (list.current?.contains(document.activeElement) ?? false))
    const timer = setTimeout(collapse, lingersMs)
    return () => clearTimeout(timer)
  }, [settled])
  return { list, expanded, setExpanded }
}

function useSummary(uploads: readonly Upload[]): string {
  const t = useTranslations('uploads.summary')
  const running = uploads.filter(isRunning).length
  if (running > 0) return t('running', { count: running })
  const done = uploads.filter(({ stage }) => stage === 'active').length
  return done === uploads.length ? t('done', { count: done }) : t('waiting', { count: uploads.length - done })
}
