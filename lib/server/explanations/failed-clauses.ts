import type { Clause, PolicyDecision } from '@/lib/contract/policy-decision'

const mostWays = 8

/** The rules of all decisions as one. */
export function allOf(decisions: readonly PolicyDecision[]): Clause {
  const parts = decisions.map(({ trace }) => trace)
  return { kind: 'and', text: parts.map(({ text }) => text).join(' and '), holds: parts.every(({ holds }) => holds), parts }
}

/** The parts of a rule that do not hold and have no parts themselves, each once. */
export function failedClauses(clause: Clause): Clause[] {
  if (clause.holds) return []
  const inner = clause.kind === 'not' ? [] : (clause.parts ?? []).flatMap(failedClauses)
  const found = inner.length > 0 ? inner : [clause]
  return [...new Map(found.map((each) => [each.text, each])).values()]
}

/** The sets of clauses of which each, if it held as well, would make the rule hold: the fewest first, none that has another in it. */
export function waysToHold(clause: Clause): Clause[][] {
  const found = ways(clause).toSorted((a, b) => a.length - b.length)
  const texts = found.map((way) => new Set(way.map(({ text }) => text)))
  return found.filter((_, index) => !texts.slice(0, index).some((other) => isWithin(other, texts[index] ?? new Set())))
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((text) => outer.has(text))
}

function ways(clause: Clause): Clause[][] {
  const { kind, holds, parts = [] } = clause
  if (holds) return [[]]
  if (kind === 'always') return []
  if (kind === 'or' || (kind === 'rule' && parts.length > 0)) return parts.flatMap(ways).slice(0, mostWays)
  if (kind === 'and') return parts.reduce<Clause[][]>((all, part) => combined(all, ways(part)), [[]])
  return [[clause]]
}

function combined(some: Clause[][], others: Clause[][]): Clause[][] {
  const pairs = some.flatMap((one) => others.map((other) => [...one, ...other]))
  return pairs.map((way) => [...new Map(way.map((each) => [each.text, each])).values()]).slice(0, mostWays)
}
