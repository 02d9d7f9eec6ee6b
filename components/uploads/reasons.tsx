'use client'

import { useTranslations } from 'use-intl'
import { Command } from '@/components/ui/command'
import type { Mending } from '@/lib/client/uploads/mending'
import type { Reason } from '@/lib/client/uploads/verdict'

/** What is wrong with a file, in plain words; once where they are the same of several rules. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations('upload.problem')
  const words = ({ rule, values }: Reason) => (t.has(rule as never) ? t(rule as 'mismatch', values as never) : t('unsafe'))
  return (
    <ul className="space-y-1">
      {[...new Set(reasons.map(words))].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** The command that makes an acceptable file. */
export function Mend({ mend }: { mend: Mending }) {
  const t = useTranslations('upload.problem')
  return (
    <div>
      <p className="mt-2">{t('mend')}</p>
      <div className="mt-1">
        <Command text={mend.command} what={t('mendCommand')} />
      </div>
      {mend.needsParts && <p className="mt-1 text-meta">{t('mendParts')}</p>}
    </div>
  )
}
