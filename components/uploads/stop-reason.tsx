'use client'

import { useLocale, useTranslations } from 'use-intl'
import { ServerWords } from '@/components/ui/server-words'
import { byteText } from '@/lib/client/byte-text'
import type { RefusedData } from '@/lib/client/uploads/refused-data'
import type { Upload } from '@/lib/client/uploads/upload'
import { Reasons } from './reasons'

/** Why an upload does not go on, as its row shows it and the live region says it; nothing where nobody said why. */
export function StopReason({ upload, refused }: { upload: Upload; refused: RefusedData | null }) {
  const { shortage, failure, file } = upload
  // The server's sentence says the same, in its own words.
  if (refused) return <Reasons reasons={refused.reasons} />
  if (shortage) return <ShortageText shortage={shortage} size={file.size} />
  return failure && <ServerWords sentence={failure} />
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
