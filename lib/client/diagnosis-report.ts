import type { CheckResult } from '@/lib/contract/diagnostics'
import type { Diagnosis } from './diagnosis'
import type { DiagnosisWords } from './diagnosis-words'

interface About {
  words: DiagnosisWords
  at: Date
  /** Where the dashboard is. */
  origin: string
  /** The request that somebody asks about. */
  requestId?: string | undefined
}

/** A diagnosis as plain text, for whoever has to mend it. The server has taken every secret out of it. */
export function diagnosisReport({ results, verdict }: Diagnosis, { words, at, origin, requestId }: About): string {
  const head = [`Vitrine ${origin}, ${at.toISOString()}`, ...(requestId ? [requestId] : [])]
  const advice = verdict && words.advice(verdict)?.text
  const lines = verdict?.fix?.lines.map((line) => `    ${line}`) ?? []
  const conclusion = verdict ? [words.verdict(verdict, results).text, ...(advice ? [advice] : []), ...lines] : []
  return [head, conclusion, ...results.map((result) => checkLines(result, words))].map((part) => part.join('\n')).join('\n\n')
}

function checkLines(result: CheckResult, words: DiagnosisWords): string[] {
  const said = words.summary(result).text
  return [
    `[${words.state(result)}] ${words.title(result)} (${result.name}, ${result.milliseconds} ms): ${said}`,
    ...(said === result.summary ? [] : [`    ${result.summary}`]),
    ...result.evidence.map(({ label, value }) => `    ${label}: ${value}`),
  ]
}
