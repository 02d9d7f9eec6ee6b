'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Pause, Play, RotateCw, Trash2, X } from 'lucide-react'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { imageQueries } from '@/lib/client/image-queries'
import { signInHref } from '@/lib/client/own-path'
import { pickFiles } from '@/lib/client/uploads/chosen-files'
import { nameOf, type Upload, type UploadStage } from '@/lib/client/uploads/upload'
import { CancelDialog } from './cancel-dialog'
import { useUploads } from './upload-provider'
import { useFocusKeptIn } from './use-focus-kept-in'

const pausable: ReadonlySet<UploadStage> = new Set(['waiting', 'starting', 'uploading', 'offline', 'retrying'])
/** Nothing can be done about it from here, at this moment. */
const untouchable: ReadonlySet<UploadStage> = new Set(['verifying', 'publishing', 'elsewhere'])

interface Props {
  upload: Upload
  /** The same file can only be refused again. */
  hopeless: boolean
}

/** The buttons of one upload; each names the file. */
export function UploadActions({ upload, hopeless }: Props) {
  const group = useRef<HTMLDivElement>(null)
  const held = useFocusKeptIn(group, upload.stage)
  return (
    <div ref={group} className="flex flex-wrap items-center justify-end gap-1" {...held}>
      {upload.stage === 'active' ? <ActiveActions upload={upload} /> : <OpenActions upload={upload} hopeless={hopeless} />}
    </div>
  )
}

function OpenActions({ upload, hopeless }: Props) {
  const t = useTranslations('uploads')
  const { queue } = useUploads()
  const [asking, setAsking] = useState(false)
  const { id, stage } = upload
  const name = nameOf(upload)
  if (untouchable.has(stage)) return null
  return (
    <>
      <NextStep upload={upload} hopeless={hopeless} />
      <PauseOrResume upload={upload} />
      {(stage === 'offline' || stage === 'retrying') && (
        <IconButton label={t('tryNow', { name })} onClick={() => queue.resume(id)}>
          <RotateCw size={16} aria-hidden />
        </IconButton>
      )}
      {stage === 'failed' ? (
        <IconButton label={t('discard', { name })} onClick={() => queue.discard(id)}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      ) : (
        <IconButton label={t('cancel', { name })} onClick={() => setAsking(true)}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
      <CancelDialog upload={upload} open={asking} onOpenChange={setAsking} />
    </>
  )
}

/** One button that changes its meaning, so that the focus stays on it. */
function PauseOrResume({ upload }: { upload: Upload }) {
  const t = useTranslations('uploads')
  const { queue } = useUploads()
  const { id, stage } = upload
  const paused = stage === 'paused'
  if (!paused && !pausable.has(stage)) return null
  const name = nameOf(upload)
  return (
    <IconButton
      label={t(paused ? 'resume' : 'pause', { name })}
      onClick={() => (paused ? void queue.resume(id) : queue.pause(id))}
    >
      {paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
    </IconButton>
  )
}

/** The one thing that an interrupted upload needs from the person. */
function NextStep({ upload, hopeless }: Props) {
  const t = useTranslations()
  const { queue } = useUploads()
  const { id, stage } = upload
  const name = nameOf(upload)
  if (stage === 'needsPermission') {
    return (
      <Button size="small" variant="primary" aria-label={t('uploads.continue', { name })} onClick={() => queue.resume(id)}>
        {t('uploads.continueShort')}
      </Button>
    )
  }
  if (stage === 'needsFile') return <ChooseAgain upload={upload} variant="primary" />
  if (stage === 'changed') {
    return (
      <>
        <ChooseAgain upload={upload} variant="secondary" />
        <Button size="small" variant="primary" aria-label={t('uploads.restart', { name })} onClick={() => queue.restart(id)}>
          {t('uploads.restartShort')}
        </Button>
      </>
    )
  }
  if (stage === 'full') {
    return (
      <Button size="small" variant="primary" aria-label={t('uploads.resume', { name })} onClick={() => queue.resume(id)}>
        {t('uploads.resumeShort')}
      </Button>
    )
  }
  if (stage === 'signIn') {
    return (
      <Link
        href={signInHref('/uploads', true)}
        aria-label={t('uploads.signInFor', { name })}
        className={buttonClass({ size: 'small', variant: 'primary' })}
      >
        {t('signIn.submit')}
      </Link>
    )
  }
  if (stage !== 'failed') return null
  if (hopeless) return <ChooseAnother upload={upload} />
  return (
    <Button size="small" aria-label={t('uploads.retry', { name })} onClick={() => queue.resume(id)}>
      <RotateCw size={14} aria-hidden />
      {t('action.retry')}
    </Button>
  )
}

function ChooseAgain({ upload, variant }: { upload: Upload; variant: 'primary' | 'secondary' }) {
  const t = useTranslations('uploads')
  const { queue } = useUploads()
  const choose = async () => {
    const [chosen] = (await pickFiles(false)) ?? []
    if (chosen) await queue.adopt(upload.id, chosen)
  }
  return (
    <Button size="small" variant={variant} aria-label={t('chooseFile', { name: nameOf(upload) })} onClick={choose}>
      {t('chooseFileShort')}
    </Button>
  )
}

/** For what can only fail again: another file takes its place, with a form of its own. */
function ChooseAnother({ upload }: { upload: Upload }) {
  const t = useTranslations('uploads')
  const client = useQueryClient()
  const { queue, offer } = useUploads()
  const showProblem = useProblemToast()
  const { id, imageId, imageIsOlder, project } = upload
  const choose = async () => {
    const chosen = (await pickFiles(!imageIsOlder)) ?? []
    if (chosen.length === 0) return
    try {
      const target = imageIsOlder && imageId ? await client.fetchQuery(imageQueries.one(imageId, project.id)) : undefined
      if (await offer(chosen, target)) await queue.discard(id)
    } catch (error) {
      showProblem(error as Error)
    }
  }
  return (
    <Button size="small" aria-label={t('otherFile', { name: nameOf(upload) })} onClick={choose}>
      {t('otherFileShort')}
    </Button>
  )
}

function ActiveActions({ upload }: { upload: Upload }) {
  const t = useTranslations()
  const { queue } = useUploads()
  const { id, imageId } = upload
  const name = nameOf(upload)
  return (
    <>
      <Link href={`/images/${imageId}`} aria-label={t('uploads.openImage', { name })} className={buttonClass({ size: 'small' })}>
        {t('action.open')}
      </Link>
      <IconButton label={t('uploads.dismiss', { name })} onClick={() => queue.forget(id)}>
        <X size={16} aria-hidden />
      </IconButton>
    </>
  )
}
