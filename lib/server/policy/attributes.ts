/** Values by name. What is undefined is not there; null is Python's None. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** A value as Python prints it, for checks such as `is_admin:True`; null for none at all. */
export function printed(value: unknown): string | null {
  if (value === undefined) return null
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}
