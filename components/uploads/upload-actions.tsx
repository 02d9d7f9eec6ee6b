'use client'

import { Pause, Play, RotateCw, Trash2, X } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { signInHref } from '@/lib/client/own-path'
import { pickFiles } from '@/lib/client/uploads/chosen-files'
import type { Upload } from '@/lib/client/uploads/upload'
import { CancelDialog } from './cancel-dialog'
import { useUploads } from './upload-provider'

/** The buttons of one upload; each names the image. */
export function UploadActions({ upload }: { upload: Upload }) {
  const t = useTranslations('uploads')
  const { queue } = useUploads()
  const [asking, setAsking] = useState(false)
  const { id, stage } = upload
  const { name } = upload.form
  if (stage === 'active') return <ActiveActions upload={upload} />
  if (stage === 'verifying' || stage === 'publishing' || stage === 'elsewhere') return null
  const pausable = stage === 'uploading' || stage === 'starting' || stage === 'waiting' || stage === 'offline'
  return (
    <div className="flex items-center gap-1">
      <NextStep upload={upload} />
      {pausable && (
        <IconButton label={t('pause', { name })} onClick={() => queue.pause(id)}>
          <Pause size={16} aria-hidden />
        </IconButton>
      )}
      {(stage === 'paused' || stage === 'offline') && (
        <IconButton label={t('resume', { name })} onClick={() => queue.resume(id)}>
          <Play size={16} aria-hidden />
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
    </div>
  )
}

/** The one thing that an interrupted upload needs from the person. */
function NextStep({ upload: { id, stage, form } }: { upload: Upload }) {
  const t = useTranslations()
  const { queue } = useUploads()
  const name = form.name
  const chooseAgain = async () => {
    const [chosen] = (await pickFiles(false)) ?? []
    if (chosen) await queue.adopt(id, chosen.file)
  }
  if (stage === 'needsPermission') {
    return (
      <Button size="small" variant="primary" aria-label={t('uploads.continue', { name })} onClick={() => queue.resume(id)}>
        {t('uploads.continueShort')}
      </Button>
    )
  }
  if (stage === 'needsFile') {
    return (
      <Button size="small" variant="primary" aria-label={t('uploads.chooseFile', { name })} onClick={chooseAgain}>
        {t('uploads.chooseFileShort')}
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
  return (
    <Button size="small" aria-label={t('uploads.retry', { name })} onClick={() => queue.resume(id)}>
      <RotateCw size={14} aria-hidden />
      {t('action.retry')}
    </Button>
  )
}

function ActiveActions({ upload: { id, imageId, form } }: { upload: Upload }) {
  const t = useTranslations()
  const { queue } = useUploads()
  return (
    <div className="flex items-center gap-1">
      <Link
        href={`/images/${imageId}`}
        aria-label={t('uploads.openImage', { name: form.name })}
        className={buttonClass({ size: 'small' })}
      >
        {t('action.open')}
      </Link>
      <IconButton label={t('uploads.dismiss', { name: form.name })} onClick={() => queue.forget(id)}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
