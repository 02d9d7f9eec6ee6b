import { type Attributes, printed } from './attributes'
import type { Check } from './rule-checks'
import { fill } from './template'

/** What the token says of its owner, by oslo.policy's names; values may hold others, or be lists. */
export interface Credentials extends Readonly<Record<string, unknown>> {
  /** Compared without regard to case. */
  roles: readonly string[]
}

export interface Question {
  credentials: Credentials
  /** What the action is about. */
  target: Attributes
  /** What a rule of that name says, or else the default; undefined where there is neither. */
  ruleOf(name: string): { name: string; check: Check } | undefined
}

/** Whether a rule allows. A rule that is not known allows nothing. */
export function allows(check: Check, question: Question): boolean {
  switch (check.kind) {
    case 'always':
      return check.answer
    case 'and':
      return check.checks.every((part) => allows(part, question))
    case 'or':
      return check.checks.some((part) => allows(part, question))
    case 'not':
      return !allows(check.check, question)
    case 'rule': {
      const named = question.ruleOf(check.name)
      return named !== undefined && allows(named.check, question)
    }
    case 'role': {
      const wanted = fill(check.wanted, question.target)?.toLowerCase()
      return question.credentials.roles.some((role) => role.toLowerCase() === wanted)
    }
    case 'attribute': {
      const wanted = fill(check.wanted, question.target)
      return wanted !== null && valuesAt(question.credentials, check.path).includes(wanted)
    }
    case 'literal':
      return check.value === fill(check.wanted, question.target)
  }
}

/** What stands under a path of names, as Python prints it: of a list each item, and nothing where the path leads nowhere. */
export function valuesAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path))
  const [name, ...rest] = path
  if (name === undefined) return [printed(value)].filter((text) => text !== null)
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
  return isThere ? valuesAt((value as Record<string, unknown>)[name], rest) : []
}
