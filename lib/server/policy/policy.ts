import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import { defaultRules, type PolicyName } from './default-rules'
import { type Attributes, allows } from './evaluate'
import { type Check, parseRule } from './rule-language'

export interface Policy {
  /** Throws `forbidden` unless the rule allows the caller to do this to the target. */
  authorize(ctx: Context, rule: PolicyName, target: Attributes): void
  allows(ctx: Context, rule: PolicyName, target: Attributes): boolean
  /** Whether there is a rule of that name. */
  knows(rule: string): rule is PolicyName
}

/** Answers who may do what. `overrides` replace or add rules, by name, in oslo.policy's language. */
export function createPolicy(overrides: Readonly<Record<string, string>> = {}): Policy {
  const rules = parseRules({ ...defaultRules, ...overrides })

  function permitted(ctx: Context, rule: PolicyName, target: Attributes): boolean {
    if (ctx.readOnly) return isPublicReading(rule, target)
    // Every policy of the Image API is about a project: tokens of a domain or of the system pass none, whatever their roles.
    if (ctx.scope !== 'project') return false
    return allows({ kind: 'rule', name: rule }, { rules, roles: ctx.roles, credentials: credentialsOf(ctx), target })
  }

  return {
    allows: permitted,
    knows: (rule): rule is PolicyName => rules.has(rule),
    authorize(ctx, rule, target) {
      if (!permitted(ctx, rule, target)) throw new Problem('forbidden', `The policy ${rule} does not allow you to do this.`)
    },
  }
}

/** What a caller without a token may do. */
function isPublicReading(rule: PolicyName, { visibility }: Attributes): boolean {
  return rule === 'get_images' || ((rule === 'get_image' || rule === 'download_image') && visibility === 'public')
}

function credentialsOf(ctx: Context): Attributes {
  return {
    user_id: ctx.userId,
    user_domain_id: ctx.userDomainId,
    project_id: ctx.projectId,
    tenant: ctx.projectId,
    project_domain_id: ctx.projectDomainId,
    is_admin: ctx.isAdmin,
  }
}

function parseRules(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Check> {
  const rules = new Map(Object.entries(texts).map(([name, text]) => [name, parseRule(text)]))
  for (const name of rules.keys()) assertEnds(name, rules, [])
  return rules
}

function assertEnds(name: string, rules: ReadonlyMap<string, Check>, above: readonly string[]) {
  if (above.includes(name)) throw new Error(`the rules ${[...above, name].join(', ')} refer to each other in a circle`)
  for (const next of referencesOf(rules.get(name))) assertEnds(next, rules, [...above, name])
}

function referencesOf(check: Check | undefined): string[] {
  if (check?.kind === 'rule') return [check.name]
  if (check?.kind === 'not') return referencesOf(check.check)
  return check?.kind === 'and' || check?.kind === 'or' ? check.checks.flatMap(referencesOf) : []
}
