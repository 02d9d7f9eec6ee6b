'use client'

import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { ServerWords } from '@/components/ui/server-words'
import { byteText } from '@/lib/client/byte-text'
import { canOnlyFail, type RefusedData, refusedData } from '@/lib/client/uploads/refused-data'
import { leavesImageQueued, type Upload } from '@/lib/client/uploads/upload'
import { Mend, Reasons } from './reasons'

/** Why an upload does not go on, and what it leaves behind meanwhile. */
export function UploadTrouble({ upload }: { upload: Upload }) {
  const t = useTranslations('uploads.hint')
  const { shortage, failure, stage, form } = upload
  const refused = refusedData(upload)
  const look = stage === 'failed' ? 'mt-1 wrap-anywhere text-failed text-meta' : 'mt-1 wrap-anywhere text-meta'
  return (
    <>
      {stage === 'changed' && (
        <p className={look}>
          <ChangedText upload={upload} />
        </p>
      )}
      {refused && <RefusedText refused={refused} words={failure ?? ''} />}
      {(shortage || failure) && !refused && (
        <p className={look}>
          {shortage ? <ShortageText shortage={shortage} size={upload.file.size} /> : <ServerWords sentence={failure ?? ''} />}
        </p>
      )}
      {leavesImageQueued(upload) && (
        <p className="mt-1 wrap-anywhere text-meta text-muted">
          {t(canOnlyFail(upload) ? 'queuedUseless' : 'queuedStays', { name: form.name })}
        </p>
      )}
    </>
  )
}

/** What the upload sheet says of such a file, and the server's own words for whoever wants to know more. */
function RefusedText({ refused: { reasons, mend }, words }: { refused: RefusedData; words: string }) {
  const t = useTranslations('upload.problem')
  return (
    <div className="mt-1 wrap-anywhere text-meta">
      <div className="text-failed">
        <Reasons reasons={reasons} />
      </div>
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

/** In the units and the language of the page; the server's own words where it is about something else than bytes. */
function ShortageText({ shortage, size }: { shortage: NonNullable<Upload['shortage']>; size: number }) {
  const t = useTranslations('uploads.shortage')
  const locale = useLocale()
  const { short_of, room, reason } = shortage
  const about = { size: byteText(size, locale), room: byteText(room ?? 0, locale) }
  if (short_of === 'quota' && room !== null) return t('quotaRoom', about)
  if (short_of === 'size' || short_of === 'disk') return t(short_of, about)
  return (
    <>
      {short_of === 'quota' && `${t('quota')} `}
      {reason && <ServerWords sentence={reason} />}
    </>
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
