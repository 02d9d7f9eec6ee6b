import type { PolicyCell, PolicyCellView, PolicyMatrixView, PolicyTarget } from '@/lib/contract/policy-matrix'
import { policyTargets } from '@/lib/contract/policy-matrix'
import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { Attributes } from './attributes'
import type { PolicyName } from './default-rules'
import type { Policy } from './policy'
import type { RuleBook } from './rule-book'

/** Who may do what, by the rules in force. Throws `forbidden` for all but administrators. */
export interface PolicyMatrix {
  show(ctx: Context): PolicyMatrixView
  /** Why one role passes a rule on a target, or does not; `notFound` where there is no such rule. */
  decide(ctx: Context, cell: PolicyCell): PolicyCellView
}

interface Parts {
  policy: Policy
  book: Pick<RuleBook, 'current' | 'state'>
  enforceScope: boolean
}

const implied: Readonly<Record<string, readonly string[]>> = {
  admin: ['admin', 'member', 'reader'],
  member: ['member', 'reader'],
}

export function createPolicyMatrix({ policy, book, enforceScope }: Parts): PolicyMatrix {
  const allowedOn = (ctx: Context, action: string) =>
    policyTargets.filter((target) => policy.allows(ctx, action as PolicyName, attributesOf(target, ctx.projectId)))

  return {
    show(ctx) {
      policy.authorize(ctx, 'context_is_admin', {})
      const rules = [...book.current().values()]
      const subjects = rolesOf(rules.map(({ text }) => text)).map((role) => ({ role, subject: bearer(ctx, role, policy) }))
      const { files, loadedAt, complaint } = book.state()
      return {
        roles: subjects.map(({ role, subject }) => ({ name: role, holds: [...subject.roles] })),
        rules: rules.map(({ name, text, source, at }) => ({
          ...{ action: name, rule: text, source, at: at ?? null },
          allowed: Object.fromEntries(subjects.map(({ role, subject }) => [role, allowedOn(subject, name)])),
        })),
        files: [...files],
        loaded_at: loadedAt.toISOString(),
        problem: complaint || null,
        enforce_scope: enforceScope,
      }
    },

    decide(ctx, { action, role, target }) {
      policy.authorize(ctx, 'context_is_admin', {})
      if (!book.current().has(action)) throw new Problem('notFound', `There is no rule ${action}.`)
      const decision = policy.decide(bearer(ctx, role, policy), action as PolicyName, attributesOf(target, ctx.projectId))
      return { decision, at: book.current().get(decision.action)?.at ?? null }
    },
  }
}

/** Keystone's own roles, and those that a rule asks for. */
function rolesOf(texts: readonly string[]): string[] {
  const named = texts.flatMap((text) => [...text.matchAll(/\brole:([\w.-]+)/g)].map(([, name = '']) => name.toLowerCase()))
  return [...new Set(['admin', 'member', 'reader', ...named])]
}

/** Somebody of the caller's project with that role, and those that it implies. */
function bearer(ctx: Context, role: string, policy: Policy): Context {
  const roles = implied[role.toLowerCase()] ?? [role.toLowerCase()]
  const { serviceRoles: _, readOnly: __, signal, ...caller } = ctx
  const identity = { ...caller, userId: '', userName: '', roles }
  return { ...identity, token: '', signal, isAdmin: policy.isAdmin(identity) }
}

const elsewhere = 'another project'

const targets: Record<PolicyTarget, (project: string | null) => Attributes> = {
  own: (project) => ({ ...ownedBy(project), visibility: 'private' }),
  other: () => ({ ...ownedBy(elsewhere), visibility: 'private' }),
  shared: (project) => ({ ...ownedBy(elsewhere), visibility: 'shared', member_id: project }),
  public: () => ({ ...ownedBy(elsewhere), visibility: 'public' }),
}

function attributesOf(target: PolicyTarget, project: string | null): Attributes {
  return targets[target](project)
}

function ownedBy(owner: string | null): Attributes {
  return { owner, project_id: owner, tenant: owner }
}
