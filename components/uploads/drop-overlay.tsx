'use client'

import { Ban, Upload } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useKeys } from '@/components/layout/keys'
import { useSignedIn } from '@/components/layout/session'
import { useRefusal } from '@/components/layout/use-refusal'
import { carriesFiles, filesOf } from '@/lib/client/uploads/chosen-files'
import { useUploads } from './upload-provider'

/** Takes files that are dropped or pasted anywhere, and the key `u`; shows where a drop would lead. */
export function DropOverlay() {
  const t = useTranslations('upload')
  const { project } = useSignedIn()
  const { offer, choose } = useUploads()
  const refusal = useRefusal('add_image')
  const dragging = useFileDrag((data) => void filesOf(data).then((files) => offer(files)), refusal === null)
  usePaste((data) => void filesOf(data).then((files) => offer(files)))
  useKeys({ upload: () => void choose() })
  if (!dragging) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-60 bg-scrim p-4 sm:p-8">
      <div className="flex h-full items-center justify-center rounded-card border-2 border-primary border-dashed p-6">
        <div className="flex max-w-md flex-col items-center gap-2 rounded-card bg-surface px-8 py-6 text-center shadow-overlay">
          {refusal ? (
            <Ban size={32} aria-hidden className="text-failed" />
          ) : (
            <Upload size={32} aria-hidden className="text-primary" />
          )}
          <p className="font-semibold text-section">{t(refusal ? 'dropRefused' : 'drop', { project: project.name })}</p>
          <p className="text-muted text-table">{refusal?.text ?? t('dropHint')}</p>
        </div>
      </div>
    </div>
  )
}

/** Whether files are over the page. `dragenter` and `dragleave` come for every element, so they are counted. */
function useFileDrag(onFiles: (data: DataTransfer) => void, welcome: boolean): boolean {
  const [depth, setDepth] = useState(0)
  useEffect(() => {
    const on = {
      dragenter: (event: DragEvent) => carriesFiles(event.dataTransfer) && setDepth((now) => now + 1),
      dragleave: (event: DragEvent) => carriesFiles(event.dataTransfer) && setDepth((now) => Math.max(0, now - 1)),
      dragover(event: DragEvent) {
        if (!carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        if (event.dataTransfer) event.dataTransfer.dropEffect = welcome ? 'copy' : 'none'
      },
      drop(event: DragEvent) {
        setDepth(0)
        if (!event.dataTransfer || !carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        onFiles(event.dataTransfer)
      },
    }
    const entries = Object.entries(on) as [keyof typeof on, (event: DragEvent) => void][]
    for (const [name, listener] of entries) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener)
    }
  }, [onFiles, welcome])
  return depth > 0
}

function usePaste(onFiles: (data: DataTransfer) => void) {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (!event.clipboardData || !carriesFiles(event.clipboardData)) return
      event.preventDefault()
      onFiles(event.clipboardData)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [onFiles])
}
