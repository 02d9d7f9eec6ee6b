'use client'

import { ListChecks } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useLanguage } from '@/components/ui/use-language'
import { createDiagnosisWords } from '@/lib/client/diagnosis-words'
import { CheckList } from './check-list'
import { ProgressAnnouncer } from './progress-announcer'
import type { useDiagnosis } from './use-diagnosis'
import { VerdictCard } from './verdict-card'

/** The words of the checks in the page's language. */
export function useDiagnosisWords() {
  return createDiagnosisWords(useTranslations('diagnostics'), useLanguage())
}

/** The verdict, and below it what each check found. */
export function DiagnosisView({ diagnosis }: { diagnosis: ReturnType<typeof useDiagnosis> }) {
  const t = useTranslations('diagnostics')
  const words = useDiagnosisWords()
  const { state, results, verdict, error, run } = diagnosis
  return (
    <>
      <ProgressAnnouncer diagnosis={diagnosis} words={words} />
      {state === 'never' && (
        <div className="flex flex-col items-center gap-2 rounded-card border border-hairline bg-surface px-6 py-10 text-center">
          <ListChecks size={24} aria-hidden className="text-muted" />
          <h2 className="font-semibold text-section">{t('notYet')}</h2>
          <p className="max-w-lg text-muted text-table">{t('notYetText')}</p>
        </div>
      )}
      {error && <ProblemNotice error={error} onRetry={run} />}
      {state === 'stopped' && (
        <Notice tone="waiting" title={t('stopped')}>
          {results.length > 0 && <p>{t('stoppedText')}</p>}
        </Notice>
      )}
      {verdict && <VerdictCard verdict={verdict} results={results} words={words} />}
      {(results.length > 0 || state === 'running') && <CheckList results={results} running={state === 'running'} words={words} />}
    </>
  )
}
