import type { Problem } from '@/lib/contract/problem'

/** A request with its answer. */
export interface Settled<C> {
  request: Request
  /** The path's parameters, still encoded. */
  raw: Record<string, string>
  /** As the table of operations writes it. */
  path: string
  requestId: string
  response: Response
  /** Who asked, as far as that was known. */
  ctx: C | undefined
  /** Undefined where all went well. */
  problem: Problem | undefined
}
