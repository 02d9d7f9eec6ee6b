'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { Command } from '@/components/ui/command'
import { Notice } from '@/components/ui/notice'
import { byteText } from '@/lib/client/byte-text'
import type { Draft } from '@/lib/client/uploads/draft'
import { verdictOf } from '@/lib/client/uploads/verdict'

const tones = { ok: 'ok', unmarked: 'neutral', warn: 'attention', blocked: 'failed' } as const

interface Props {
  draft: Draft
  /** The person has tried to start without deciding what to do. */
  insistent: boolean
  onAnyway(anyway: boolean): void
}

/** What the browser found in the header, and the command that mends what the server would refuse. */
export function VerdictNotice({ draft, insistent, onAnyway }: Props) {
  const t = useTranslations('upload')
  const { level, reasons, mend } = verdictOf(draft)
  const summary = useSummary(draft)
  return (
    <Notice tone={tones[level]} title={level === 'ok' || level === 'unmarked' ? summary : t(`verdict.${level}`)}>
      {reasons.length > 0 && (
        <ul className="space-y-1">
          {reasons.map(({ rule, values }) => (
            <li key={rule}>
              {t.has(`problem.${rule}` as never)
                ? t(`problem.${rule}` as 'problem.mismatch', values as never)
                : t('problem.unsafe')}
            </li>
          ))}
        </ul>
      )}
      {mend && (
        <div>
          <p className="mt-2">{t('problem.mend')}</p>
          <div className="mt-1">
            <Command text={mend} what={t('problem.mendCommand')} />
          </div>
        </div>
      )}
      {level === 'blocked' && (
        <div className="pt-2">
          <Checkbox
            label={t('anyway')}
            checked={draft.anyway}
            aria-invalid={insistent}
            onChange={(event) => onAnyway(event.target.checked)}
          />
          {insistent && (
            <p role="alert" className="text-failed text-meta">
              {t('anywayRequired')}
            </p>
          )}
        </div>
      )}
    </Notice>
  )
}

function useSummary({ file, reading, form }: Draft): string {
  const t = useTranslations('upload.verdict')
  const locale = useLocale()
  const { virtualSize, format } = reading.inspection
  const size = byteText(file.size, locale)
  if (format === 'raw') return t('unmarked', { format: form.diskFormat, size })
  if (virtualSize === null || virtualSize === file.size) return t('ok', { format: form.diskFormat, size })
  return t('okVirtual', { format: form.diskFormat, size, virtual: byteText(virtualSize, locale) })
}
