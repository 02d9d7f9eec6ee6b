'use client'

import { useTranslations } from 'use-intl'
import { StateBadge } from '@/components/ui/state-badge'
import type { DiagnosisWords } from '@/lib/client/diagnosis-words'
import type { CheckResult } from '@/lib/contract/diagnostics'
import { CheckRow } from './check-row'

interface Props {
  results: readonly CheckResult[]
  running: boolean
  words: DiagnosisWords
}

/** The checks that are done, in their order, and that there is more to come. */
export function CheckList({ results, running, words }: Props) {
  const t = useTranslations('diagnostics')
  return (
    <section aria-labelledby="checks" className="rounded-card border border-hairline bg-surface">
      <h2 id="checks" className="border-hairline border-b px-4 py-3 font-semibold text-body">
        {t('checks')}
      </h2>
      <ol className="divide-y divide-hairline">
        {results.map((result) => (
          <CheckRow key={result.name} result={result} words={words} />
        ))}
        {running && (
          <li className="px-4 py-3">
            <StateBadge tone="progress">{t('checking')}</StateBadge>
          </li>
        )}
      </ol>
    </section>
  )
}
