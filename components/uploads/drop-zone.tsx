'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useRefusal } from '@/components/layout/use-refusal'
import { RefusableButton } from '@/components/ui/refusable-button'
import { useUploads } from './upload-provider'

interface Props {
  title: string
  text: string
  /** Instead of `text` where there is neither a key to press nor a thing to drag. */
  touchText: string
}

/** What stands where nothing is yet: the ways to bring something. A drop is taken anywhere on the page. */
export function DropZone({ title, text, touchText }: Props) {
  const t = useTranslations()
  const { choose } = useUploads()
  const refusal = useRefusal('add_image')
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-control border-dashed bg-surface px-6 py-16 text-center">
      <Upload size={24} aria-hidden className="text-muted" />
      <h2 className="font-semibold text-section">{title}</h2>
      <div className="max-w-md text-muted text-table">
        {refusal ? (
          <>
            <p className="font-medium text-ink">{t('newImage.refused')}</p>
            <p>{refusal.text}</p>
          </>
        ) : (
          <>
            <p className="pointer-coarse:hidden max-sm:hidden">{text}</p>
            <p className="pointer-coarse:block sm:hidden">{touchText}</p>
          </>
        )}
      </div>
      <RefusableButton refusal={refusal} variant="primary" className="mt-3" onClick={() => choose()}>
        {t('upload.choose')}
      </RefusableButton>
    </div>
  )
}
