import type { PolicyDecision } from '@/lib/contract/policy-decision'
import type { Problem, ProblemKind } from '@/lib/contract/problem'
import type { RefusalReason } from '@/lib/contract/refusal'
import type { RefusedRequest } from '@/lib/contract/refused-request'
import type { Context } from '../context'
import type { Policy } from '../policy/policy'
import { createRings } from './refusal-rings'
import { refusalText } from './refusal-text'
import { actionOf } from './refused-action'

/** The request that was refused. */
export interface Occasion {
  requestId: string
  method: string
  url: string
  /** Undefined where nobody was recognised. */
  ctx: Context | undefined
}

/** The last requests of the Image API that were refused, as long as the process lives. */
export interface RefusalService {
  /** Keeps what was refused for a reason that somebody may ask about; never a token, nor the query. */
  record(problem: Problem, occasion: Occasion): void
  /**
   * The newest first, or the one with that request id: those of the caller's project, for an administrator all. Only
   * administrators see the requests of nobody, and learn what is not there from what cannot be seen.
   */
  list(ctx: Context, requestId?: string): RefusedRequest[]
}

interface Refusal {
  requestId: string
  at: number
  method: string
  path: string
  status: number
  message: string
  reason: RefusalReason | undefined
  decision: PolicyDecision | undefined
  who: Pick<Context, 'userId' | 'userName' | 'projectId' | 'projectName'> | undefined
}

const kept: ReadonlySet<ProblemKind> = new Set(['unauthenticated', 'forbidden', 'notFound', 'tooLarge', 'identityUnavailable'])
const mostOfOne = 100
const mostInAll = 2000
const mostShown = 200
const longestPath = 300
const longestMessage = 500
const nobody = 'nobody'

export function createRefusalService(policy: Pick<Policy, 'isInScope'>): RefusalService {
  const known = createRings<Refusal>(mostOfOne, mostInAll)
  const unknown = createRings<Refusal>(mostShown, mostShown)

  function seenBy(ctx: Context): readonly Refusal[] {
    if (isAdministrator(ctx)) return [...known.all(), ...unknown.all()]
    return ctx.readOnly ? [] : known.of(keyOf(ctx))
  }

  const isAdministrator = (ctx: Context) => ctx.isAdmin && policy.isInScope(ctx)

  return {
    record(problem, { requestId, method, url, ctx }) {
      if (!kept.has(problem.kind)) return
      const path = pathOf(url)
      if (!/^\/(v2|uploads)(\/|$)/.test(path)) return
      const { status, message, reason, decision } = problem
      const asked = { requestId, at: Date.now(), method, path: beginning(path, longestPath) }
      const refusal = { ...asked, status, message: beginning(message, longestMessage), reason, decision }
      if (!ctx || ctx.readOnly) return unknown.add(nobody, { ...refusal, who: undefined })
      const { userId, userName, projectId, projectName } = ctx
      known.add(keyOf(ctx), { ...refusal, who: { userId, userName, projectId, projectName } })
    },

    list(ctx, requestId) {
      const found = seenBy(ctx).filter((refusal) => requestId === undefined || refusal.requestId === requestId)
      const newest = found.toSorted((a, b) => b.at - a.at).slice(0, mostShown)
      return newest.map((refusal) => refusalView(refusal, isAdministrator(ctx)))
    },
  }
}

/** Of an absolute URL. Parsing it would cost more than all the rest. */
function pathOf(url: string): string {
  const [path = ''] = url.slice(url.indexOf('/', url.indexOf('//') + 2)).split('?', 1)
  return path
}

/** A copy: a slice alone would keep the whole text in memory, a query with its secrets too. */
function beginning(text: string, length: number): string {
  return Buffer.from(text.slice(0, length)).toString()
}

/** A token without a project is its user's alone. */
function keyOf({ projectId, userId }: Context): string {
  return projectId ?? `user ${userId}`
}

function refusalView({ at, who, ...refusal }: Refusal, forAdministrator: boolean): RefusedRequest {
  const { requestId, method, path, status, message } = refusal
  // What only hides an image must not be told from one that is not there.
  const told = status !== 404 || forAdministrator
  const decision = (told && refusal.decision) || null
  const view = {
    request_id: requestId,
    time: new Date(at).toISOString(),
    ...{ method, path },
    action: decision?.action ?? actionOf(method, path),
    ...{ status, message, decision },
    reason: (told && refusal.reason) || null,
    user: who ? { id: who.userId, name: who.userName } : null,
    project: who?.projectId ? { id: who.projectId, name: who.projectName } : null,
  }
  return { ...view, text: refusalText(view) }
}
