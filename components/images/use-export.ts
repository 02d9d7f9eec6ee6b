'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { openSink } from '@/lib/client/export-sink'
import type { ExportFormat } from '@/lib/client/image-export'

/** Exports the list at that path of the API; `rows` counts while it runs, and is null otherwise. */
export function useExport(path: string) {
  const t = useTranslations('export')
  const showProblem = useProblemToast()
  const running = useRef<AbortController | null>(null)
  const [rows, setRows] = useState<number | null>(null)
  async function start(format: ExportFormat) {
    const stopping = new AbortController()
    running.current = stopping
    let count = 0
    try {
      const sink = await openSink(`images-${new Date().toISOString().slice(0, 10)}`, format)
      if (!sink) return
      setRows(0)
      const [{ exportImages }, { walkImages }] = await Promise.all([
        import('@/lib/client/image-export'),
        import('@/lib/client/image-walk'),
      ])
      const onRows = (done: number) => {
        count = done
        setRows(done)
      }
      await exportImages({ format, sink, onRows, pages: walkImages(path, stopping.signal) })
      toast.success(t('done', { rows: count }))
    } catch (error) {
      if (!stopping.signal.aborted) showProblem(error as Error)
    } finally {
      setRows(null)
    }
  }
  return { rows, start, stop: () => running.current?.abort() }
}
