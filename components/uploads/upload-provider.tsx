'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { useRefusal } from '@/components/layout/use-refusal'
import { toast } from '@/components/ui/toast'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { type ChosenFile, pickFiles } from '@/lib/client/uploads/chosen-files'
import type { Draft } from '@/lib/client/uploads/draft'
import { openTabLine } from '@/lib/client/uploads/tab-news'
import { isRunning, isUnderway, type Upload } from '@/lib/client/uploads/upload'
import { createUploadQueue, type UploadQueue } from '@/lib/client/uploads/upload-queue'
import { openUploadShelf } from '@/lib/client/uploads/upload-shelf'

/** What the upload sheet shows: files whose form is open, and the queued image they are for, if they are for one. */
export interface Drafts {
  drafts: readonly Draft[]
  target: ImageView | null
}

interface Uploads {
  queue: UploadQueue
  open: Drafts | null
  setOpen(open: Drafts | null): void
  /** Opens the sheet with these files, beside those that it shows already; false where there is nothing to open it with. */
  offer(files: readonly ChosenFile[], target?: ImageView): Promise<boolean>
  /** Opens the browser's file dialog, then the sheet. */
  choose(target?: ImageView): Promise<void>
}

const UploadsContext = createContext<Uploads | null>(null)
const none: readonly Upload[] = []

export function UploadProvider({ children }: { children: ReactNode }) {
  const { user, project } = useSignedIn()
  const client = useQueryClient()
  const [queue] = useState(() =>
    createUploadQueue({
      shelf: openUploadShelf(user.id),
      tabs: openTabLine(user.id),
      project: { id: project.id, name: project.name },
      onImageRemoved: () => void client.invalidateQueries({ queryKey: imageQueries.all }),
    }),
  )
  const [open, setOpen] = useState<Drafts | null>(null)
  useEffect(() => void queue.restore(), [queue])
  useRefreshedImages(queue)
  useWarningBeforeLeaving(queue)
  const refusal = useRefusal('add_image')?.text ?? null
  const value = useMemo(() => {
    const refused = () => {
      if (refusal !== null) toast.error(refusal)
      return refusal !== null
    }
    const offer = async (files: readonly ChosenFile[], target: ImageView | null = null) => {
      if (refused()) return false
      const chosen = target ? files.slice(0, 1) : files
      const { draftsOf } = await import('@/lib/client/uploads/draft')
      const drafts = await draftsOf(chosen, target, client)
      if (drafts.length > 0) setOpen((now) => ({ target, drafts: target ? drafts : [...(now?.drafts ?? []), ...drafts] }))
      return drafts.length > 0
    }
    const choose = async (target?: ImageView) => {
      if (!refused()) await offer((await pickFiles(!target)) ?? [], target)
    }
    return { queue, open, setOpen, offer, choose }
  }, [queue, open, refusal, client])
  return <UploadsContext value={value}>{children}</UploadsContext>
}

/** The ways to upload. */
export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext)
  if (!uploads) throw new Error('There are no uploads outside the shell')
  return uploads
}

/** Every upload of this browser, newest first; changes with each piece that is sent. */
export function useUploadList(): readonly Upload[] {
  const { queue } = useUploads()
  return useSyncExternalStore(queue.subscribe, queue.uploads, () => none)
}

/** Whether this browser sends the data of an image; told anew only when that changes, not with each piece. */
export function useIsSent(imageId: string): boolean {
  const { queue } = useUploads()
  const isSent = () => queue.uploads().some((upload) => upload.imageId === imageId && isUnderway(upload))
  return useSyncExternalStore(queue.subscribe, isSent, () => false)
}

/** Images change when an upload makes or publishes one. */
function useRefreshedImages(queue: UploadQueue) {
  const client = useQueryClient()
  useEffect(() => {
    let seen = ''
    return queue.subscribe(() => {
      const now = queue.uploads().map(({ imageId, stage }) => `${imageId} ${stage}`)
      if (now.join() === seen) return
      seen = now.join()
      void client.invalidateQueries({ queryKey: imageQueries.all })
    })
  }, [queue, client])
}

function useWarningBeforeLeaving(queue: UploadQueue) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.uploads().some((upload) => isRunning(upload) && !upload.handle)) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [queue])
}
