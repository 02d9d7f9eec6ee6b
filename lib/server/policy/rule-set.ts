import { ConfigError } from '../config-file'
import { defaultRules } from './default-rules'
import { oldDefaultRules } from './old-default-rules'
import type { Check } from './rule-checks'
import { parseRule } from './rule-language'
import { unknownNames } from './unknown-names'

/** One rule that is in force. */
export interface Rule {
  name: string
  text: string
  check: Check
  source: 'default' | 'file'
  /** Where a rule of a file stands. */
  at?: { file: string; line: number }
}

/** Every rule in force, by name. */
export type RuleSet = ReadonlyMap<string, Rule>

/** Glance's defaults, without the new ones' restrictions where those are not enforced: what the old rule allowed goes as well. */
export function readDefaults(enforceNewDefaults: boolean): Rule[] {
  const old: Readonly<Record<string, string>> = enforceNewDefaults ? {} : oldDefaultRules
  return Object.entries(defaultRules).map(([name, rule]) => {
    const text = old[name] === undefined ? rule : `(${rule}) or (${old[name]})`
    return { name, text, check: parseRule(text), source: 'default' }
  })
}

/**
 * The defaults with the rules of files in their place, of which the last of a name counts. `defaultRule` answers for what is
 * referred to and not there. Throws ConfigError for a circle.
 */
export function mergeRules(defaults: readonly Rule[], own: readonly Rule[], defaultRule: string): RuleSet {
  const rules = new Map([...defaults, ...own].map((rule) => [rule.name, rule]))
  const follow = (reference: string, above: readonly string[]) => {
    const name = rules.has(reference) ? reference : defaultRule
    if (above.includes(name)) throw circle([...above.slice(above.indexOf(name)), name], rules)
    for (const next of referencesOf(rules.get(name)?.check)) follow(next, [...above, name])
  }
  for (const name of rules.keys()) follow(name, [])
  return rules
}

function circle(names: readonly string[], rules: RuleSet): ConfigError {
  const at = names.map((name) => rules.get(name)?.at).find(Boolean)
  return new ConfigError(`the rule ${names[0]} refers to itself: ${names.join(' → ')}`, at)
}

/** A warning for each rule of a file that nothing asks, and for each reference or name in one that leads nowhere. */
export function doubtsAbout(own: readonly Rule[], rules: RuleSet, defaultRule: string): string[] {
  const asked = new Set([
    ...Object.keys(defaultRules),
    defaultRule,
    ...[...rules.values()].flatMap(({ check }) => referencesOf(check)),
  ])
  const standIn = standInOf(rules.get(defaultRule))
  return own.flatMap(({ name, check, at }) => {
    const place = at ? `${at.file}:${at.line}: ` : ''
    const unasked = asked.has(name)
      ? []
      : [`${place}the rule ${name} is no policy of the Image API, and no other rule refers to it`]
    const missing = referencesOf(check).filter((reference) => !rules.has(reference))
    const dangling = missing.map((other) => `${place}the rule ${name} refers to ${other}, which there is not: ${standIn}`)
    return [...unasked, ...dangling, ...unknownNames(check).map((unknown) => `${place}the rule ${name} asks for ${unknown}`)]
  })
}

function standInOf(rule: Rule | undefined): string {
  if (!rule) return 'nobody passes it'
  const isOpen = rule.check.kind === 'always' && rule.check.answer
  return `the rule ${rule.name} answers for it${isOpen ? `, and the rule ${rule.name} lets everybody pass` : ''}`
}

function referencesOf(check: Check | undefined): string[] {
  if (check?.kind === 'rule') return [check.name]
  if (check?.kind === 'not') return referencesOf(check.check)
  return check?.kind === 'and' || check?.kind === 'or' ? check.checks.flatMap(referencesOf) : []
}
