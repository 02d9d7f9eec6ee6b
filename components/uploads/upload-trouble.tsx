'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { ServerWords } from '@/components/ui/server-words'
import type { RefusedData } from '@/lib/client/uploads/refused-data'
import { leavesImageQueued, type Upload } from '@/lib/client/uploads/upload'
import { Mend } from './reasons'
import { StopReason } from './stop-reason'

interface Props {
  upload: Upload
  refused: RefusedData | null
  /** The same file can only be refused again. */
  hopeless: boolean
}

/** Why an upload does not go on, and what it leaves behind meanwhile. */
export function UploadTrouble({ upload, refused, hopeless }: Props) {
  const t = useTranslations('uploads.hint')
  const { shortage, failure, stage, form } = upload
  const look = stage === 'failed' ? 'mt-1 wrap-anywhere text-failed text-meta' : 'mt-1 wrap-anywhere text-meta'
  return (
    <>
      {stage === 'changed' && (
        <p className={look}>
          <ChangedText upload={upload} />
        </p>
      )}
      {(refused || shortage || failure) && (
        <div className={look}>
          <StopReason upload={upload} refused={refused} />
        </div>
      )}
      {refused && <Refusal mend={refused.mend} words={failure ?? ''} />}
      {leavesImageQueued(upload) && (
        <p className="mt-1 wrap-anywhere text-meta text-muted">
          {t(hopeless ? 'queuedUseless' : 'queuedStays', { name: form.name })}
        </p>
      )}
    </>
  )
}

/** What mends a file that was refused, and the server's own words for whoever wants to know more. */
function Refusal({ mend, words }: { mend: RefusedData['mend']; words: string }) {
  const t = useTranslations('upload.problem')
  return (
    <div className="wrap-anywhere text-meta">
      {mend && <Mend mend={mend} />}
      <details className="mt-1">
        <summary className="min-h-6 w-fit rounded-control text-muted leading-6">{t('serverWords')}</summary>
        <p>
          <ServerWords sentence={words} />
        </p>
      </details>
    </div>
  )
}

/** What has become of the file, by its dates. */
function ChangedText({ upload: { file, found } }: { upload: Upload }) {
  const t = useTranslations('uploads.hint')
  const format = useFormatter()
  const date = (at: number) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })
  const now = found?.file ?? file
  const about = { file: file.name, found: date(now.lastModified), marked: date(file.lastModified) }
  return t('changed', about)
}
