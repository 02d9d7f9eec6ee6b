import type { PolicyDecision } from '@/lib/contract/policy-decision'
import type { Problem, ProblemKind } from '@/lib/contract/problem'
import type { RefusalReason } from '@/lib/contract/refusal'
import type { RefusedRequest } from '@/lib/contract/refused-request'
import type { Context } from '../context'
import { diagnosticsAgent } from '../diagnostics/probe'
import type { Policy } from '../policy/policy'
import { createRings, type Rings } from './refusal-rings'
import { refusalText } from './refusal-text'
import { actionOf } from './refused-action'

/** The request that was refused. */
export interface Occasion {
  requestId: string
  method: string
  url: string
  userAgent: string | null
  /** Undefined where nobody was recognised. */
  ctx: Context | undefined
}

/** The last requests of the Image API that were refused, as long as the process lives. */
export interface RefusalService {
  /**
   * Keeps what was refused for a reason that somebody may ask about; never a token, nor the query. What repeats itself is kept
   * once, and what the diagnostics try out not at all.
   */
  record(problem: Problem, occasion: Occasion): void
  /**
   * The newest first, or the one with that request id: those of the caller's project, for an administrator all. Only
   * administrators see the requests of nobody, and learn what is not there from what cannot be seen.
   */
  list(ctx: Context, requestId?: string): RefusedRequest[]
}

interface Refusal {
  /** The last few, the newest last. */
  requests: Occurrence[]
  count: number
  firstAt: number
  method: string
  path: string
  status: number
  message: string
  reason: RefusalReason | undefined
  decision: PolicyDecision | undefined
  who: Pick<Context, 'userId' | 'userName' | 'projectId' | 'projectName'> | undefined
}

interface Occurrence {
  requestId: string
  at: number
  /** Counts up; two may be of one millisecond, and a clock may be set back. */
  order: number
}

const kept: ReadonlySet<ProblemKind> = new Set(['unauthenticated', 'forbidden', 'notFound', 'tooLarge', 'identityUnavailable'])
/** What is only not found where a feature is off. */
const asksForFeature = /^\/v2\/(info\/.*|cache|cached_images|queued_images)$/
const mostOfOne = 100
const mostInAll = 2000
const mostShown = 200
/** So long after the last of its like, a refusal counts as one more of them. */
const likeForMs = 600_000
const mostRequests = 20
const longestPath = 300
const longestMessage = 500
const nobody = 'nobody'

export function createRefusalService(policy: Pick<Policy, 'isInScope'>): RefusalService {
  const known = createRings<Refusal>(mostOfOne, mostInAll)
  const unknown = createRings<Refusal>(mostShown, mostShown)
  let recorded = 0

  function seenBy(ctx: Context): readonly Refusal[] {
    if (isAdministrator(ctx)) return [...known.all(), ...unknown.all()]
    return ctx.readOnly ? [] : known.of(keyOf(ctx))
  }

  const isAdministrator = (ctx: Context) => ctx.isAdmin && policy.isInScope(ctx)

  return {
    record(problem, { requestId, method, url, userAgent, ctx }) {
      if (!kept.has(problem.kind) || userAgent === diagnosticsAgent) return
      const path = pathOf(url)
      if (!/^\/(v2|uploads)(\/|$)/.test(path)) return
      // Clients ask which features there are; that one is off refuses nobody.
      if (problem.kind === 'notFound' && asksForFeature.test(path)) return
      const { status, message, reason, decision } = problem
      recorded += 1
      const now = { requestId, at: Date.now(), order: recorded }
      const asked = { requests: [now], count: 1, firstAt: now.at, method, path: beginning(path, longestPath) }
      const refusal = { ...asked, status, message: beginning(message, longestMessage), reason, decision }
      if (!ctx || ctx.readOnly) return add(unknown, nobody, { ...refusal, who: undefined })
      const { userId, userName, projectId, projectName } = ctx
      add(known, keyOf(ctx), { ...refusal, who: { userId, userName, projectId, projectName } })
    },

    list(ctx, requestId) {
      const forAdministrator = isAdministrator(ctx)
      const all = seenBy(ctx)
      if (requestId !== undefined) {
        const found = all.find(({ requests }) => requests.some((each) => each.requestId === requestId))
        return found ? [refusalView(found, { forAdministrator, requestId })] : []
      }
      const newest = all.toSorted((a, b) => lastOf(b).order - lastOf(a).order).slice(0, mostShown)
      return newest.map((refusal) => refusalView(refusal, { forAdministrator }))
    },
  }
}

/** Counts a refusal with its like, or keeps it as a new one. */
function add(rings: Rings<Refusal>, key: string, refusal: Refusal) {
  const now = lastOf(refusal)
  const like = rings.of(key).findLast((other) => isLike(other, refusal) && now.at - lastOf(other).at < likeForMs)
  if (!like) return rings.add(key, refusal)
  const { reason, decision } = refusal
  Object.assign(like, { reason, decision, count: like.count + 1 })
  like.requests.push(now)
  if (like.requests.length > mostRequests) like.requests.shift()
}

/** By what its person was told: that something hidden has been deleted since must not show by a second row. */
function isLike(one: Refusal, other: Refusal): boolean {
  const same = ['path', 'method', 'status', 'message'] as const
  return (
    same.every((name) => one[name] === other[name]) &&
    (one.status === 404 || (one.reason === other.reason && one.decision?.action === other.decision?.action)) &&
    one.who?.userId === other.who?.userId &&
    one.who?.projectId === other.who?.projectId
  )
}

function lastOf({ requests }: Refusal): Occurrence {
  return requests[requests.length - 1] as Occurrence
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

interface Shown {
  forAdministrator: boolean
  /** Of which of its requests; the last unless one is named. */
  requestId?: string
}

function refusalView(refusal: Refusal, { forAdministrator, requestId }: Shown): RefusedRequest {
  const { method, path, status, message, count, firstAt, who } = refusal
  const shown = refusal.requests.find((each) => each.requestId === requestId) ?? lastOf(refusal)
  // What only hides an image must not be told from one that is not there.
  const told = status !== 404 || forAdministrator
  const decision = (told && refusal.decision) || null
  const view = {
    request_id: shown.requestId,
    time: new Date(shown.at).toISOString(),
    ...{ count, first_time: new Date(firstAt).toISOString(), last_time: new Date(lastOf(refusal).at).toISOString() },
    ...{ method, path },
    action: decision?.action ?? actionOf(method, path),
    ...{ status, message, decision },
    reason: (told && refusal.reason) || null,
    user: who ? { id: who.userId, name: who.userName } : null,
    project: who?.projectId ? { id: who.projectId, name: who.projectName } : null,
  }
  return { ...view, text: refusalText(view) }
}
