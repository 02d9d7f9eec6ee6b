'use client'

import { useTranslations } from 'use-intl'
import type { DiagnosisWords } from '@/lib/client/diagnosis-words'
import type { useDiagnosis } from './use-diagnosis'

interface Props {
  diagnosis: ReturnType<typeof useDiagnosis>
  words: DiagnosisWords
}

/** Tells assistive technology that the checks run, what does not pass, and the verdict. */
export function ProgressAnnouncer({ diagnosis, words }: Props) {
  return (
    <p role="status" className="sr-only">
      {useNews(diagnosis, words)}
    </p>
  )
}

function useNews({ state, results, verdict }: Props['diagnosis'], words: DiagnosisWords): string {
  const t = useTranslations('diagnostics.live')
  if (verdict) return words.verdict(verdict, results).text
  if (state === 'stopped') return t('stopped')
  if (state !== 'running') return ''
  const notable = results.findLast(({ status }) => status === 'fail' || status === 'warn')
  return notable ? t('found', { check: words.title(notable), state: words.state(notable) }) : t('started')
}
