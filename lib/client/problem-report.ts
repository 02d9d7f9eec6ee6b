import type { Problem } from '@/lib/contract/problem'
import { requestIdOf } from './api'

interface About {
  /** What happened, in the words of the page. */
  title: string
  /** When it was seen. */
  at: Date
  /** The page's. */
  address: string
}

/** A failure as plain text for whoever can mend it, with the server's own words and no secret. */
export function problemReport(problem: Problem, { title, at, address }: About): string {
  const { origin, pathname } = new URL(address)
  const requestId = requestIdOf(problem)
  const lines = [
    `Vitrine ${origin}, ${at.toISOString()}`,
    `page: ${pathname}`,
    title,
    `HTTP ${problem.status}: ${problem.message}`,
    ...(requestId ? [`request id: ${requestId}`] : []),
  ]
  return lines.join('\n')
}
