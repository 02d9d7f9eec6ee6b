import { isProblem, Problem } from '@/lib/contract/problem'

/** What the end of a client's bytes before their time comes to. */
export function asInterruption(error: unknown): Problem {
  if (isProblem(error)) return error
  return new Problem('badRequest', 'The client went away before all data had been received.', { cause: error })
}
