'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { Notice } from '@/components/ui/notice'
import { byteText } from '@/lib/client/byte-text'
import { isArchive } from '@/lib/client/uploads/disguise'
import type { Draft } from '@/lib/client/uploads/draft'
import { isObjectionable, verdictOf } from '@/lib/client/uploads/verdict'
import { isToCheck } from './draft-misfits'
import { Mend, Reasons } from './reasons'

const tones = { ok: 'ok', unmarked: 'neutral', warn: 'attention', broken: 'failed', blocked: 'failed' } as const

interface Props {
  draft: Draft
  /** The person has tried to start without deciding what to do. */
  insistent: boolean
  onAnyway(anyway: boolean): void
}

/** What the browser found in the header, and the command that mends what the server would refuse. */
export function VerdictNotice({ draft, insistent, onAnyway }: Props) {
  const t = useTranslations('upload')
  const verdict = verdictOf(draft)
  const { level, reasons, mend } = verdict
  const summary = useVerdictSummary(draft)
  const objects = isObjectionable(verdict)
  return (
    // What is wrong takes the focus, not the box that overrides it: one press of a key must not.
    <div
      tabIndex={-1}
      className="rounded-card"
      data-initial-focus={objects || undefined}
      data-to-check={isToCheck(draft) || undefined}
      data-insistent={insistent || undefined}
    >
      <Notice tone={tones[level]} title={level === 'ok' || level === 'unmarked' ? summary : t(`verdict.${level}`)}>
        {reasons.length > 0 && <Reasons reasons={reasons} />}
        {mend && <Mend mend={mend} />}
        {objects && <Anyway checked={draft.anyway} insistent={insistent} onAnyway={onAnyway} />}
      </Notice>
    </div>
  )
}

interface AnywayProps {
  checked: boolean
  insistent: boolean
  onAnyway(anyway: boolean): void
}

function Anyway({ checked, insistent, onAnyway }: AnywayProps) {
  const t = useTranslations('upload')
  return (
    <div className="pt-2">
      <Checkbox
        label={t('anyway')}
        checked={checked}
        aria-invalid={insistent}
        onChange={(event) => onAnyway(event.target.checked)}
      />
      {insistent && (
        <p role="alert" className="text-failed text-meta">
          {t('anywayRequired')}
        </p>
      )}
    </div>
  )
}

/** A file in one line: its format and its sizes. */
export function useVerdictSummary({ file, reading, form }: Draft): string {
  const t = useTranslations('upload.verdict')
  const locale = useLocale()
  const { disguise, inspection } = reading
  const { virtualSize, format } = inspection
  const size = byteText(file.size, locale)
  if (isArchive(disguise)) return t('archive', { format: disguise, size })
  if (format === 'raw') return t('unmarked', { format: form.diskFormat, size })
  if (virtualSize === null || virtualSize === file.size) return t('ok', { format: form.diskFormat, size })
  return t('okVirtual', { format: form.diskFormat, size, virtual: byteText(virtualSize, locale) })
}
