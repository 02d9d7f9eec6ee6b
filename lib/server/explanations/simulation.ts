import type { ExplainInput } from '@/lib/contract/explanation'
import { Problem } from '@/lib/contract/problem'
import type { Context, Identity } from '../context'
import type { Policy } from '../policy/policy'
import type { Directory } from './directory'

type As = NonNullable<ExplainInput['as']>

/** Whoever an administrator asks for; `forbidden` for everybody else. */
export async function simulated(
  ctx: Context,
  as: As,
  { policy, directory }: { policy: Policy; directory: Directory },
): Promise<Context> {
  if (!ctx.isAdmin || !policy.isInScope(ctx)) throw new Problem('forbidden', 'Only an administrator can ask what others may do.')
  const project = as.project === undefined ? ownProject(ctx) : await directory.project(ctx.token, as.project, as.domain_id)
  const identity = { ...(await person(ctx, as, { directory, projectId: project.projectId })), ...project }
  return { ...identity, requestId: ctx.requestId, token: '', isAdmin: policy.isAdmin(identity), signal: ctx.signal }
}

type ProjectOf = Pick<Identity, 'scope' | 'projectId' | 'projectName' | 'projectDomainId'>

function ownProject({ scope, projectId, projectName, projectDomainId }: Context): ProjectOf {
  return { scope, projectId, projectName, projectDomainId }
}

interface Place {
  directory: Directory
  projectId: string | null
}

async function person(ctx: Context, as: As, { directory, projectId }: Place): Promise<Omit<Identity, keyof ProjectOf>> {
  const { expiresAt } = ctx
  const given = as.roles?.map((role) => role.toLowerCase())
  if (as.user === undefined) {
    if (!given) throw new Problem('badRequest', 'Name a user or roles: as.user, as.roles.')
    return { userId: '', userName: '', userDomainId: '', roles: given, expiresAt }
  }
  const user = await directory.user(ctx.token, as.user, as.domain_id)
  const roles = given ?? (projectId === null ? [] : await directory.roles(ctx.token, user.userId, projectId))
  return { ...user, roles, expiresAt }
}
