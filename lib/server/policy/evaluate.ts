import type { Check } from './rule-language'

/** Values by name; what is null or missing equals nothing. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Question {
  /** Lower case. */
  roles: readonly string[]
  /** What the token says of the caller: `project_id`, `user_id` and so on. */
  credentials: Attributes
  /** What the action is about. */
  target: Attributes
  rules: ReadonlyMap<string, Check>
}

/** Whether a rule allows. A rule that is not known is the rule `default`, and without that nothing. */
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
      const named = question.rules.get(check.name) ?? question.rules.get('default')
      return named !== undefined && allows(named, question)
    }
    case 'role': {
      const role = filledIn(check.name, question.target)
      return role !== null && question.roles.includes(role.toLowerCase())
    }
    case 'equal': {
      const left = check.literal ? check.left : asText(question.credentials[check.left])
      return left !== null && left === filledIn(check.right, question.target)
    }
  }
}

/** The text with each `%(attribute)s` replaced; null where the target lacks one. */
function filledIn(text: string, target: Attributes): string | null {
  let complete = true
  const filled = text.replace(/%\(([^)]*)\)s/g, (_, name: string) => {
    const value = asText(target[name])
    complete &&= value !== null
    return value ?? ''
  })
  return complete ? filled : null
}

/** As Python writes it, for rules such as `is_admin:True`. */
function asText(value: Attributes[string]): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}
