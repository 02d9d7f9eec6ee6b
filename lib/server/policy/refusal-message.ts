import type { Clause, PolicyDecision } from '@/lib/contract/policy-decision'

/** More than a glance takes in; the decision beside the message has every clause. */
const longestWish = 200

/** What Glance's own rules ask of the target. */
const worded: Readonly<Record<string, string>> = {
  'project_id:%(project_id)s': 'the project that owns it',
  'project_id:%(owner)s': 'the project that owns it',
  'project_id:%(member_id)s': 'a project that it is shared with',
}

/** One sentence that names the action, whom it is refused to and what was missing. */
export function refusalMessage({ action, trace }: PolicyDecision, whom = 'you'): string {
  const missing = wishOf(trace)
  const wish = missing === null ? 'nobody may' : `it asks for ${missing}`
  return `The policy ${action} does not allow ${whom} to do this${wish.length > longestWish ? '' : `: ${wish}`}.`
}

/** The clauses that would have to hold as well, in the rule language or in words; null where nothing would help. */
function wishOf(clause: Clause): string | null {
  const wishes = (clause.parts ?? []).filter(({ holds }) => !holds).map(wishOf)
  const possible = [...new Set(wishes.filter((wish) => wish !== null))]
  switch (clause.kind) {
    case 'always':
      return null
    case 'and':
      return possible.length < new Set(wishes).size ? null : joined(possible, 'and')
    case 'or':
      return joined(possible, 'or')
    case 'rule':
      return wishes.length > 0 ? (wishes[0] ?? null) : clause.text
    default:
      return worded[clause.text] ?? clause.text
  }
}

function joined(wishes: readonly string[], word: 'and' | 'or'): string | null {
  if (wishes.length < 2) return wishes[0] ?? null
  return wishes.map((wish) => (/ (and|or) /.test(wish) ? `(${wish})` : wish)).join(` ${word} `)
}
