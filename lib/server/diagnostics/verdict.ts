import type { Cause, CheckResult, Verdict } from '@/lib/contract/diagnostics'
import { causeRanks, causeTable } from './cause-table'

/**
 * What all results together mean: the one cause that the others follow from, and whose move it is. Where people are told less
 * than was `found`, what was found still decides which cause that is.
 */
export function verdict(results: readonly CheckResult[], found = results): Verdict {
  const root = rootOf(results, found)
  if (!root) return without(results)
  const { who, says } = causeTable[root.cause]
  const sentence = [signInIsFine(results, who) && 'Your sign-in is fine.', says, moves[who]].filter(Boolean).join(' ')
  return { cause: root.cause, sentence, who, certainty: root.certainty ?? 'certain', ...(root.fix && { fix: root.fix }) }
}

type Rooted = CheckResult & { cause: Cause }

/** What fails goes before what only needs a look, then the order of the table decides, then who knows how to mend it. */
function rootOf(results: readonly CheckResult[], found: readonly CheckResult[]): Rooted | undefined {
  const ranks = new Map(results.map((result, index) => [result, rankOf(found[index] ?? result)]))
  const rooted = results.filter((result): result is Rooted => result.cause !== undefined)
  return rooted.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))[0]
}

function rankOf({ status, cause, fix }: CheckResult): number {
  return (status === 'fail' ? 0 : 1000) + ((cause && causeRanks.get(cause)) ?? 0) + (fix ? 0 : 0.5)
}

function without(results: readonly CheckResult[]): Verdict {
  const failed = results.find(({ status }) => status === 'fail')
  if (failed)
    return { cause: null, sentence: `Something does not work, and its cause is not clear: ${failed.summary}`, ...unclear }
  const sentence = results.some(({ name, status }) => name === 'token' && status === 'pass')
    ? 'Everything works: your sign-in is fine, and the image service can check it.'
    : 'Nothing wrong was found.'
  return { cause: null, sentence, who: 'nobody', certainty: 'certain' }
}

const unclear = { who: 'operator', certainty: 'likely' } as const

/** Worth a word where it is somebody else's move. */
function signInIsFine(results: readonly CheckResult[], who: Verdict['who']): boolean {
  return who !== 'you' && results.some(({ name, status }) => name === 'token' && status === 'pass')
}

const moves: Record<Verdict['who'], string> = {
  you: '',
  operator: 'Only the operator can fix this.',
  'project administrator': 'An administrator of the project can give you a role.',
  nobody: '',
}
