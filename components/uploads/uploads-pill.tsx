'use client'

import { Upload } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl'
import { isRunning } from '@/lib/client/uploads/upload'
import { useUploadList } from './upload-provider'

/** How many uploads run, and how far they have come together. Nothing while none runs. */
export function UploadsPill() {
  const t = useTranslations('uploads')
  const format = useFormatter()
  const running = useUploadList().filter(isRunning)
  if (running.length === 0) return null
  const sent = running.reduce((sum, { sentBytes }) => sum + sentBytes, 0)
  const total = running.reduce((sum, { file }) => sum + file.size, 0)
  const percent = format.number(total === 0 ? 1 : sent / total, {
    style: 'percent',
    maximumFractionDigits: 0,
    roundingMode: 'floor',
  } as never)
  return (
    <Link
      href="/uploads"
      aria-label={t('pill', { count: running.length, percent })}
      className="flex h-8 items-center gap-1.5 rounded-control bg-progress-soft px-2 font-medium text-meta text-progress tabular-nums"
    >
      <Upload size={14} aria-hidden />
      <span aria-hidden>
        {running.length} · {percent}
      </span>
    </Link>
  )
}
