'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { useGo } from '@/components/layout/use-go'
import { toast } from '@/components/ui/toast'
import { explanationQuery } from '@/lib/client/explanations'
import { refusedData } from '@/lib/client/uploads/refused-data'
import type { Upload } from '@/lib/client/uploads/upload'
import { StopReason } from './stop-reason'

/** Why an upload has failed, as its row says it. */
export function FailureReason({ upload }: { upload: Upload }) {
  return <StopReason upload={upload} refused={refusedData(upload)} />
}

/** Long enough to choose in. */
const readMs = 10_000

/** Says in the corner, once, how an upload has ended, with the ways on from there. */
export function EndToast({ upload }: { upload: Upload }) {
  const t = useTranslations()
  const go = useGo()
  const client = useQueryClient()
  const { project } = useSignedIn()
  const said = useRef(false)
  useEffect(() => {
    if (said.current) return
    said.current = true
    const { form, imageId, stage } = upload
    if (stage === 'failed') return toast.error(<Silent>{t('uploads.failedToast', { name: form.name })}</Silent>)
    const page = `/images/${imageId}`
    const open = { label: t('action.open'), onClick: () => go(page) }
    const share = { label: t('action.share'), onClick: () => go(`${page}/sharing`) }
    void canBeShared(upload, project.id, client).then((shareable) =>
      toast.success(<Silent>{t('uploads.doneToast', { name: form.name })}</Silent>, {
        duration: readMs,
        ...(shareable ? { cancel: open, action: share } : { action: open }),
      }),
    )
  }, [upload, t, go, client, project.id])
  return null
}

/** Whether the person can share what was uploaded, and there is a reason to: not of what everybody sees. */
async function canBeShared({ form, imageId }: Upload, projectId: string, client: QueryClient): Promise<boolean> {
  if (!imageId || form.visibility === 'public' || form.visibility === 'community') return false
  // Sharing a private image changes its visibility first.
  const actions = form.visibility === 'private' ? ['add_member', 'modify_image'] : ['add_member']
  const asked = actions.map((action) => client.fetchQuery(explanationQuery({ action, imageId }, projectId)))
  return Promise.all(asked).then(
    (answers) => answers.every(({ decision }) => decision.allowed),
    () => false,
  )
}

/** The corner of the toasts is a live region as well, and the other one has said it. */
function Silent({ children }: { children: string }) {
  return <span aria-hidden>{children}</span>
}
