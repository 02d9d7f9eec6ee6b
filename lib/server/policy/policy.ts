import type { Clause, PolicyDecision, PolicyRule } from '@/lib/contract/policy-decision'
import { Problem } from '@/lib/contract/problem'
import type { Context, Identity } from '../context'
import { alsoNeeded } from './also-needed'
import type { Attributes } from './attributes'
import { type Asking, credentialsOf } from './credentials'
import type { PolicyName } from './default-rules'
import { allows, type Question } from './evaluate'
import { refusalMessage } from './refusal-message'
import type { RuleBook } from './rule-book'
import { trace } from './trace'

export interface Policy {
  /** Throws `forbidden`, with the decision, unless the rules that the action needs allow the caller to do this to the target. */
  authorize(ctx: Context, action: PolicyName, target: Attributes): void
  allows(ctx: Context, action: PolicyName, target: Attributes): boolean
  /** As `allows`, with what each clause came to: of the rule that refuses, else of the action's own. */
  decide(ctx: Context, action: PolicyName, target: Attributes): PolicyDecision
  /** What each rule that the action needs came to; its own is the first. */
  decideEach(ctx: Context, action: PolicyName, target: Attributes): [PolicyDecision, ...PolicyDecision[]]
  /**
   * Whether the scope of the caller's token is one for which there are images at all: a project, unless `enforce_scope` is off.
   * For a token of the system, of a domain or of nothing no image is there, whatever its roles.
   */
  isInScope(ctx: Context): boolean
  /** Whether the rule `context_is_admin` makes somebody an administrator. */
  isAdmin(identity: Identity): boolean
  /** Every rule in force. */
  rules(): PolicyRule[]
  /** Whether there is a rule of that name, which files then have to keep. */
  pin(rule: string): rule is PolicyName
}

export interface PolicySettings {
  /** The rule that answers for one that there is not. */
  defaultRule: string
  /** Whether only tokens of projects pass. */
  enforceScope: boolean
}

/** Answers who may do what, by the rules in force. */
export function createPolicy(book: Pick<RuleBook, 'current' | 'pin'>, { defaultRule, enforceScope }: PolicySettings): Policy {
  const ruleOf = (name: string) => book.current().get(name) ?? book.current().get(defaultRule)
  const questionOf = (asking: Asking, target: Attributes): Question => ({
    credentials: credentialsOf(asking),
    target,
    ruleOf,
  })

  const isInScope = (ctx: Context) => ctx.readOnly === true || !enforceScope || ctx.scope === 'project'
  const holds = (asking: Asking, action: PolicyName, target: Attributes) => {
    const rule = ruleOf(action)
    return rule !== undefined && allows(rule.check, questionOf(asking, target))
  }

  function permitted(ctx: Context, action: PolicyName, target: Attributes): boolean {
    if (ctx.readOnly) return isPublicReading(action, target)
    return isInScope(ctx) && holds(ctx, action, target)
  }

  const allNeeded = (action: PolicyName, target: Attributes) => [action, ...alsoNeeded(action, target)]

  function decideOne(ctx: Context, action: PolicyName, target: Attributes): PolicyDecision {
    const { text = '!', source = 'default', check = { kind: 'always', text: '!', answer: false } } = ruleOf(action) ?? {}
    const traced = trace(check, questionOf(ctx, target))
    const scoped = isInScope(ctx) ? traced : outOfScope(ctx, traced)
    const clause = ctx.readOnly ? anonymousClause(action, target) : scoped
    return { action, allowed: clause.holds, rule: text, source, trace: clause }
  }

  function decideEach(ctx: Context, action: PolicyName, target: Attributes): [PolicyDecision, ...PolicyDecision[]] {
    const others = alsoNeeded(action, target).map((name) => decideOne(ctx, name, target))
    return [decideOne(ctx, action, target), ...others]
  }

  return {
    allows: (ctx, action, target) => allNeeded(action, target).every((name) => permitted(ctx, name, target)),
    decide(ctx, action, target) {
      const decisions = decideEach(ctx, action, target)
      return decisions.find(({ allowed }) => !allowed) ?? decisions[0]
    },
    decideEach,
    isInScope,
    isAdmin: (identity) => holds({ ...identity, isAdmin: false }, 'context_is_admin', {}),
    rules: () => [...book.current().values()].map(({ name, text, source }) => ({ action: name, rule: text, source })),
    pin: (rule): rule is PolicyName => book.pin(rule),
    authorize(ctx, action, target) {
      const refusing = allNeeded(action, target).find((name) => !permitted(ctx, name, target))
      if (!refusing) return
      const decision = decideOne(ctx, refusing, target)
      if (!decision.allowed) throw new Problem('forbidden', refusalMessage(decision), { decision })
    },
  }
}

/** What a caller without a token may do. */
function isPublicReading(action: PolicyName, { visibility }: Attributes): boolean {
  return action === 'get_images' || ((action === 'get_image' || action === 'download_image') && visibility === 'public')
}

function anonymousClause(action: PolicyName, target: Attributes): Clause {
  return { kind: 'anonymous', text: 'a token, or the reading of a public image', holds: isPublicReading(action, target) }
}

/** A rule's clause, below the one on the token's scope, which does not hold. */
function outOfScope({ scope }: Context, clause: Clause): Clause {
  const text = 'a token of a project'
  const scoped: Clause = { kind: 'scope', text, holds: false, found: scope, wanted: 'project' }
  return { kind: 'and', text: `${text} and (${clause.text})`, holds: false, parts: [scoped, clause] }
}
