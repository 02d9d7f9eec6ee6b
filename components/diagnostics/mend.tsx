'use client'

import { useTranslations } from 'use-intl'
import { Command } from '@/components/ui/command'
import type { DiagnosisWords } from '@/lib/client/diagnosis-words'
import type { Verdict } from '@/lib/contract/diagnostics'
import { Worded } from './worded'

interface Props {
  found: Pick<Verdict, 'cause' | 'fix'>
  words: DiagnosisWords
}

/** What to do about a cause, with the exact lines to copy. */
export function Mend({ found, words }: Props) {
  const t = useTranslations('diagnostics')
  const advice = words.advice(found)
  const lines = found.fix?.lines.join('\n')
  return (
    <>
      {advice && (
        <p>
          <Worded wording={advice} />
        </p>
      )}
      {lines && <Command text={lines} what={t('exactLines')} />}
    </>
  )
}
