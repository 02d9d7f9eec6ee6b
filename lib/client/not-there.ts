import { isProblem, type Problem } from '@/lib/contract/problem'

/** Whether something was not found: it does not exist, or the project cannot see it. */
export function isNotThere(error: unknown): error is Problem {
  return isProblem(error) && error.kind === 'notFound'
}
