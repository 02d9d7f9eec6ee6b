'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useGo } from '@/components/layout/use-go'
import { toast } from '@/components/ui/toast'
import { announcementsBetween } from '@/lib/client/uploads/announcements'
import type { Upload } from '@/lib/client/uploads/upload'
import { useUploadList } from './upload-provider'

/** The one polite live region of uploads; ends are shown as toasts too, which keep silent. */
export function Announcer() {
  const t = useTranslations('uploads.live')
  const uploads = useUploadList()
  const before = useRef<readonly Upload[]>([])
  const [text, setText] = useState('')
  useEndToasts(uploads)
  useEffect(() => {
    const news = announcementsBetween(before.current, uploads)
    before.current = uploads
    if (news.length === 0) return
    const said = news.map(({ key, name, share = 0, reason = '' }) => t(key, { name, reason, percent: `${share * 100}%` }))
    setText(said.join(' '))
  }, [uploads, t])
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  )
}

function useEndToasts(uploads: readonly Upload[]) {
  const t = useTranslations()
  const go = useGo()
  const before = useRef<readonly Upload[]>([])
  useEffect(() => {
    const known = new Map(before.current.map(({ id, stage }) => [id, stage]))
    before.current = uploads
    for (const { id, stage, form, imageId } of uploads) {
      const last = known.get(id)
      if (last === undefined || last === stage) continue
      const action = { label: t('action.open'), onClick: () => go(`/images/${imageId}`) }
      if (stage === 'active') toast.success(<Silent>{t('uploads.doneToast', { name: form.name })}</Silent>, { action })
      if (stage === 'failed') toast.error(<Silent>{t('uploads.failedToast', { name: form.name })}</Silent>)
    }
  }, [uploads, t, go])
}

/** The corner of the toasts is a live region as well, and the other one has said it. */
function Silent({ children }: { children: string }) {
  return <span aria-hidden>{children}</span>
}
