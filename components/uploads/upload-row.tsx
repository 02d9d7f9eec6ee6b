'use client'

import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ServerWords } from '@/components/ui/server-words'
import { byteText } from '@/lib/client/byte-text'
import type { Upload } from '@/lib/client/uploads/upload'
import { StageBadge } from './stage-badge'
import { UploadActions } from './upload-actions'
import { useProgressText } from './use-progress-text'

/** One upload: what it is, how far it has come, and what can be done about it. */
export function UploadRow({ upload }: { upload: Upload }) {
  const t = useTranslations('uploads')
  const text = useProgressText()(upload)
  const { form, file, stage, sentBytes } = upload
  const share = file.size === 0 ? 1 : sentBytes / file.size
  const waitsForServer = stage === 'verifying' || stage === 'publishing'
  const words = waitsForServer ? t(`stage.${stage}`) : [text.share, text.left].filter(Boolean).join(', ')
  return (
    <li className="px-4 py-3">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-medium text-table" title={file.name}>
          {form.name}
        </p>
        <StageBadge stage={stage} />
      </div>
      {stage !== 'active' && (
        <div className="mt-2">
          <ProgressBar
            label={t('progressOf', { name: form.name })}
            share={waitsForServer ? null : share}
            text={words}
            tone={stage === 'failed' ? 'failed' : stage === 'uploading' || waitsForServer ? 'progress' : 'waiting'}
          />
        </div>
      )}
      <div className="mt-1 flex min-h-8 flex-wrap items-center justify-between gap-x-2">
        <p className="min-w-0 flex-1 text-meta text-muted tabular-nums">
          {!waitsForServer && stage !== 'active' && [text.share, text.speed, text.left].filter(Boolean).join(' · ')}
          {stage === 'active' && <ActiveSize bytes={file.size} />}
          <Hint upload={upload} />
        </p>
        <UploadActions upload={upload} />
      </div>
      {upload.failure && (
        <p className="mt-1 break-words text-failed text-meta">
          <ServerWords sentence={upload.failure} />
        </p>
      )}
    </li>
  )
}

function ActiveSize({ bytes }: { bytes: number }) {
  return byteText(bytes, useLocale())
}

const hinted = ['signIn', 'needsFile', 'needsPermission', 'elsewhere', 'otherProject', 'verifying', 'publishing'] as const

/** What an upload waits for, in a sentence. */
function Hint({ upload }: { upload: Upload }) {
  const t = useTranslations('uploads.hint')
  const locale = useLocale()
  const { stage, hint, file, project, retryAt } = upload
  const about = { file: file.name, size: byteText(file.size, locale), project: project.name }
  const stated = hinted.find((name) => name === stage)
  if (stage === 'offline' && retryAt) return <Countdown until={retryAt} />
  if (!hint && !stated) return null
  return (
    <span className="block">
      {hint && <span className={hint === 'wrongFile' ? 'text-failed' : undefined}>{t(hint, about)} </span>}
      {stated && t(stated, about)}
    </span>
  )
}

function Countdown({ until }: { until: number }) {
  const t = useTranslations('uploads.hint')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return <span className="block">{t('offline', { seconds: Math.max(0, Math.ceil((until - now) / 1000)) })}</span>
}
