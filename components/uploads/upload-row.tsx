'use client'

import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ShownName } from '@/components/ui/shown-name'
import { useJoined } from '@/components/ui/use-joined'
import { byteText } from '@/lib/client/byte-text'
import { nameText } from '@/lib/client/name-text'
import { canOnlyFail, refusedData } from '@/lib/client/uploads/refused-data'
import { isNamedAfterFile, nameOf, type Upload } from '@/lib/client/uploads/upload'
import { StageBadge } from './stage-badge'
import { UploadActions } from './upload-actions'
import { UploadTrouble } from './upload-trouble'
import type { HeldRow } from './use-focus-after-removal'
import { useProgressText } from './use-progress-text'

/** One upload: what it is, how far it has come, and what can be done about it. */
export function UploadRow({ upload, held }: { upload: Upload; held: HeldRow }) {
  const t = useTranslations('uploads')
  const { facts } = useJoined()
  const text = useProgressText()(upload)
  const { form, file, stage, sentBytes } = upload
  const refused = refusedData(upload)
  const hopeless = canOnlyFail(upload, refused)
  const share = file.size === 0 ? 1 : sentBytes / file.size
  const waitsForServer = stage === 'verifying' || stage === 'publishing'
  const words = waitsForServer ? t(`stage.${stage}`) : facts([text.share, text.left].filter((part) => part !== null))
  return (
    <li className="px-4 py-3" {...held}>
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-medium text-table" title={nameText(file.name)}>
          <ShownName name={form.name} />
          {!isNamedAfterFile(upload) && <span className="font-normal text-muted"> · {nameText(file.name)}</span>}
        </p>
        <StageBadge stage={stage} />
      </div>
      {stage !== 'active' && (
        <div className="mt-2">
          <ProgressBar
            label={t('progressOf', { name: nameOf(upload) })}
            share={waitsForServer ? null : share}
            text={words}
            tone={stage === 'failed' ? 'failed' : stage === 'uploading' || waitsForServer ? 'progress' : 'waiting'}
          />
        </div>
      )}
      <div className="mt-1.5 flex min-h-8 flex-wrap items-center justify-between gap-x-2">
        <p className="min-w-0 flex-1 text-meta text-muted tabular-nums">
          {!waitsForServer && stage !== 'active' && [text.share, text.speed].filter(Boolean).join(' · ')}
          {text.left && <span className="block">{text.left}</span>}
          {stage === 'active' && <ActiveSize bytes={file.size} />}
          <Hint upload={upload} />
        </p>
        <UploadActions upload={upload} hopeless={hopeless} />
      </div>
      <UploadTrouble upload={upload} refused={refused} hopeless={hopeless} />
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
  if ((stage === 'offline' || stage === 'retrying') && retryAt) return <Countdown stage={stage} until={retryAt} />
  if (!hint && !stated) return null
  return (
    <span className="block">
      {hint && <span className={hint === 'startedAgain' ? undefined : 'text-failed'}>{t(hint, about)} </span>}
      {stated && hint !== 'fileGone' && t(stated, about)}
    </span>
  )
}

function Countdown({ stage, until }: { stage: 'offline' | 'retrying'; until: number }) {
  const t = useTranslations('uploads.hint')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return <span className="block">{t(stage, { seconds: Math.max(0, Math.ceil((until - now) / 1000)) })}</span>
}
