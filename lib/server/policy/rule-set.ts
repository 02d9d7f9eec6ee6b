import type { Check } from './rule-checks'
import { parseRule } from './rule-language'

/** One rule that is in force. */
export interface Rule {
  text: string
  check: Check
  source: 'default' | 'file'
}

/** Every rule in force, by name. */
export type RuleSet = ReadonlyMap<string, Rule>

/** Parses rules; throws an Error that names the rule which cannot be read, or those that refer to each other in a circle. */
export function parseRules(texts: Readonly<Record<string, string>>, source: Rule['source']): Map<string, Rule> {
  return new Map(Object.entries(texts).map(([name, text]) => [name, { text, check: parseRule(text), source }]))
}

/** Throws an Error when following `rule:` would never end. */
export function assertEnds(rules: RuleSet) {
  for (const name of rules.keys()) follow(name, rules, [])
}

function follow(name: string, rules: RuleSet, above: readonly string[]) {
  if (above.includes(name)) throw new Error(`the rules ${[...above, name].join(', ')} refer to each other in a circle`)
  for (const next of referencesOf(rules.get(name)?.check)) follow(next, rules, [...above, name])
}

function referencesOf(check: Check | undefined): string[] {
  if (check?.kind === 'rule') return [check.name]
  if (check?.kind === 'not') return referencesOf(check.check)
  return check?.kind === 'and' || check?.kind === 'or' ? check.checks.flatMap(referencesOf) : []
}
