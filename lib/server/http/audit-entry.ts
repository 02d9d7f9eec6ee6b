import { operations } from '@/lib/contract/operations'
import { detailsOf } from '../audit/audit-details'
import { subjectOf } from '../audit/audit-subject'
import type { Context } from '../context'
import type { Caller } from '../identity/identity'
import { services } from '../services'
import { clientAddress } from './client-address'
import type { Settled } from './settled'

/** What uploads by tus are made of; a PATCH counts when it ends one. */
const uploadOperations = ['POST /uploads', 'PATCH /uploads/[uploadId]', 'DELETE /uploads/[uploadId]']

const audited = new Set<string>([
  ...operations.filter((row) => row.method !== 'GET' && !('reads' in row)).map(({ method, path }) => `${method} ${path}`),
  ...uploadOperations,
])

/** Who asked, as the audit log keeps it. */
type Person = Pick<Context, 'userId' | 'userName' | 'projectId' | 'projectName'>

/** Leaves a line in the audit log for a request of the Image API that changed something, or was refused to. */
export function auditRequest(settled: Settled<Context>): void {
  const { ctx, request, path } = settled
  // Who was not recognised is in the list of refusals: here anybody could push out what somebody did.
  if (!ctx || ctx.readOnly || !audited.has(`${request.method} ${path}`)) return
  const resourceId = subjectOf(ctx) ?? resourceOf(settled)
  if (request.method === 'PATCH' && path === '/uploads/[uploadId]' && subjectOf(ctx) === undefined) return
  keep(settled, ctx, resourceId)
}

/** The same for a request of the embedded identity; who logs in or out changes nothing. */
export function auditIdentity(settled: Settled<{ caller: Caller }>): void {
  const { ctx, request, path, response } = settled
  if (!ctx || request.method === 'GET' || request.method === 'HEAD' || path.startsWith('/identity/v3/auth')) return
  const { user, scope } = ctx.caller
  const project = scope.kind === 'project' ? scope.project : null
  const who = { userId: user.id, userName: user.name, projectId: project?.id ?? null, projectName: project?.name ?? null }
  const keepFor = (id: string | null) => keep(settled, who, id ?? resourceOf(settled))
  if (response.status === 201) void madeBy(response).then(keepFor, () => keepFor(null))
  else keepFor(null)
}

/** The id of what the answer says was made. */
async function madeBy(response: Response): Promise<string | null> {
  const body: unknown = await response.clone().json()
  const [made] = typeof body === 'object' && body !== null ? Object.values(body) : []
  const id = (made as { id?: unknown } | undefined)?.id
  return typeof id === 'string' ? id : null
}

function keep(settled: Settled<object>, { userId, userName, projectId, projectName }: Person, resourceId: string | null) {
  const { request, path, requestId, response } = settled
  services.audit.record({
    ...{ requestId, userId, userName, projectId, projectName, resourceId },
    operation: `${request.method} ${path.replaceAll('[', '{').replaceAll(']', '}')}`,
    status: response.status,
    address: clientAddress(request),
    summary: summaryOf(settled),
  })
}

/** The image, else what the path names first, else what the answer says was made. */
function resourceOf({ raw, response }: Settled<object>): string | null {
  const [first] = Object.values(raw)
  const made = response.headers.get('location')?.split('/').at(-1)
  const id = raw.imageId ?? first ?? made
  return id === undefined ? null : decoded(id)
}

function summaryOf({ problem, raw, ctx }: Settled<object>): string {
  if (problem) return problem.message
  const details = ctx && detailsOf(ctx)
  if (details !== undefined) return details
  const [, ...rest] = Object.entries(raw).toSorted(([a], [b]) => Number(b === 'imageId') - Number(a === 'imageId'))
  return rest.map(([name, value]) => `${name} ${decoded(value)}`).join(', ')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
