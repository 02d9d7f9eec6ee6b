'use client'

import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import type { DiagnosisWords, Wording } from '@/lib/client/diagnosis-words'
import type { CheckResult } from '@/lib/contract/diagnostics'
import { Mend } from './mend'
import { Worded } from './worded'

const stateTones: Record<CheckResult['status'], Tone> = { pass: 'ok', warn: 'attention', fail: 'failed', skipped: 'neutral' }

interface Props {
  result: CheckResult
  words: DiagnosisWords
}

/** What one check found, with the evidence for it. */
export function CheckRow({ result, words }: Props) {
  const t = useTranslations('diagnostics')
  const summary = words.summary(result)
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)_auto] items-start gap-x-3 px-4 py-2">
      <span>
        <StateBadge tone={stateTones[result.status]}>{words.state(result)}</StateBadge>
      </span>
      <div className="min-w-0">
        <h3 className="font-medium text-body leading-6">{words.title(result)}</h3>
        <p className="text-muted text-table">
          <Worded wording={summary} />
        </p>
      </div>
      <span className="text-meta text-muted tabular-nums leading-6">{t('milliseconds', { count: result.milliseconds })}</span>
      <Evidence result={result} words={words} summary={summary} />
    </li>
  )
}

function Evidence({ result, words, summary }: Props & { summary: Wording }) {
  const t = useTranslations('diagnostics')
  const { evidence, fix } = result
  const reworded = summary.text !== result.summary
  const proven = evidence.length > 0 || fix !== undefined
  // The page's words for what is well, or was skipped for a known reason, leave nothing out.
  const complete = !reworded || result.status === 'pass' || result.skipped !== undefined
  if (!proven && complete) return null
  return (
    <details className="col-span-full text-table sm:col-start-2 sm:-mt-0.5">
      <summary className="min-h-6 w-fit rounded-control text-meta text-muted leading-6 hover:text-ink">
        {proven ? t('evidence') : t('serverSays')}
        <span className="sr-only"> {t('evidenceOf', { check: words.title(result) })}</span>
      </summary>
      <div className="mt-1 space-y-2">
        {reworded && (
          <p>
            {proven && <span className="text-muted">{t('serverSays')} </span>}
            <span lang="en">{result.summary}</span>
          </p>
        )}
        <dl lang="en" className="divide-y divide-hairline empty:hidden">
          {evidence.map(({ label, value }) => (
            <div key={label} className="flex flex-wrap gap-x-4 py-1 sm:flex-nowrap">
              <dt className="w-full shrink-0 text-muted sm:w-52">{label}</dt>
              <dd className="min-w-0 break-all font-mono text-meta leading-5">{value}</dd>
            </div>
          ))}
        </dl>
        {fix && <Mend found={result.cause ? { cause: result.cause, fix } : { cause: null, fix }} words={words} />}
      </div>
    </details>
  )
}
