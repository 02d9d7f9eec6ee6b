import type { Clause } from '@/lib/contract/policy-decision'
import { allows, type Question, valuesAt } from './evaluate'
import type { Check } from './rule-checks'
import { fill } from './template'

/** A rule with what each of its clauses came to, also those on which nothing depended any more. */
export function trace(check: Check, question: Question): Clause {
  const parts = partsOf(check, question).map((part) => trace(part, question))
  return {
    kind: check.kind,
    text: textOf(check) + standIn(check, question),
    holds: allows(check, question),
    ...(parts.length > 0 && { parts }),
    ...comparison(check, question),
  }
}

function partsOf(check: Check, { ruleOf }: Question): readonly Check[] {
  if (check.kind === 'and' || check.kind === 'or') return check.checks
  if (check.kind === 'not') return [check.check]
  const named = check.kind === 'rule' ? ruleOf(check.name) : undefined
  return named ? [named.check] : []
}

/** Says of a reference to a rule that there is not what answers in its place. */
function standIn(check: Check, { ruleOf }: Question): string {
  if (check.kind !== 'rule') return ''
  const named = ruleOf(check.name)
  if (named?.name === check.name) return ''
  return ` (there is no rule ${check.name}: ${named ? `the rule ${named.name} answers` : 'nobody passes'})`
}

function comparison(check: Check, { credentials, target }: Question): Pick<Clause, 'found' | 'wanted'> {
  if (check.kind === 'literal') return { found: check.value, wanted: fill(check.wanted, target) }
  if (check.kind !== 'role' && check.kind !== 'attribute') return {}
  const found = check.kind === 'role' ? credentials.roles : valuesAt(credentials, check.path)
  return { found: found.length > 0 ? found.join(', ') : null, wanted: fill(check.wanted, target) }
}

/** A parsed rule in the rule language. */
export function textOf(check: Check): string {
  if ('text' in check) return check.text
  return check.kind === 'not' ? `not ${bracketed(check.check)}` : check.checks.map(bracketed).join(` ${check.kind} `)
}

function bracketed(check: Check): string {
  return check.kind === 'and' || check.kind === 'or' ? `(${textOf(check)})` : textOf(check)
}
