'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useUploads } from './upload-provider'

/** What stands where nothing is yet: the ways to bring something. A drop is taken anywhere on the page. */
export function DropZone({ title, text }: { title: string; text: string }) {
  const t = useTranslations('upload')
  const { choose } = useUploads()
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-control border-dashed bg-surface px-6 py-16 text-center">
      <Upload size={24} aria-hidden className="text-muted" />
      <h2 className="font-semibold text-section">{title}</h2>
      <p className="max-w-md text-muted text-table">{text}</p>
      <Button variant="primary" className="mt-3" onClick={() => choose()}>
        {t('choose')}
      </Button>
    </div>
  )
}
