'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { buttonClass } from '@/components/ui/button'
import { type Tone, tones } from '@/components/ui/state-badge'
import type { DiagnosisWords } from '@/lib/client/diagnosis-words'
import { signInHref } from '@/lib/client/own-path'
import type { Cause, CheckResult, Verdict } from '@/lib/contract/diagnostics'
import { Mend } from './mend'
import { Worded } from './worded'

const mendedBySigningIn: readonly (Cause | null)[] = [
  'noToken',
  'signInPassword',
  'appCredentialInvalid',
  'passwordExpired',
  'tokenExpired',
  'tokenRevoked',
  'tokenUnknown',
  'fernetKeysDropped',
]

interface Props {
  verdict: Verdict
  results: readonly CheckResult[]
  words: DiagnosisWords
}

/** What all checks together mean: the cause, whose move it is, and what mends it. */
export function VerdictCard({ verdict, results, words }: Props) {
  const t = useTranslations('diagnostics')
  const { icon: Icon, className } = tones[toneOf(verdict, results)]
  return (
    <section aria-labelledby="verdict" className={clsx('flex gap-3 rounded-card px-4 py-4', className)}>
      <Icon size={20} aria-hidden className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
        <h2 id="verdict" className="font-semibold text-section">
          <Worded wording={words.verdict(verdict, results)} />
        </h2>
        <div className="w-full space-y-2 text-body text-ink empty:hidden">
          {verdict.certainty === 'likely' && verdict.cause && <p className="text-table">{t('likely')}</p>}
          <Mend found={verdict} words={words} />
        </div>
        {mendedBySigningIn.includes(verdict.cause) && (
          <Link href={signInHref('/diagnostics', true)} className={buttonClass({ variant: 'primary' })}>
            {t('signIn')}
          </Link>
        )}
      </div>
    </section>
  )
}

function toneOf({ cause, who }: Verdict, results: readonly CheckResult[]): Tone {
  if (cause === null && who === 'nobody') return 'ok'
  return results.some((result) => result.status === 'fail') ? 'failed' : 'attention'
}
