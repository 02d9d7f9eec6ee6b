/** One part of a policy's rule, with what it came to for a caller and a target. Plain JSON, alike for server and browser. */
export interface Clause {
  kind: 'always' | 'and' | 'or' | 'not' | 'rule' | 'role' | 'attribute' | 'literal' | 'scope' | 'anonymous'
  /** As a rule says it; `@` always holds, `!` never. */
  text: string
  holds: boolean
  /** What an `and`, `or` or `not` is made of, and what the rule says that a `rule:` refers to. */
  parts?: Clause[]
  /** What the token has: the value, or the roles. Null where it has nothing of that name. */
  found?: string | null
  /** With what it was compared. Null where the target lacks the attribute. */
  wanted?: string | null
}

/** The text of one policy, and whether the operator's files say it. */
export interface PolicyRule {
  action: string
  rule: string
  source: 'default' | 'file'
}

/** What a policy came to, with every clause of its rule. */
export interface PolicyDecision extends PolicyRule {
  allowed: boolean
  trace: Clause
}
