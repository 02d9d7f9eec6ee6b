import { readTemplate, type Template } from './template'

/** A parsed rule of oslo.policy. */
export type Check =
  | { kind: 'always'; text: string; answer: boolean }
  | { kind: 'and' | 'or'; checks: readonly Check[] }
  | { kind: 'not'; check: Check }
  | { kind: 'rule'; text: string; name: string }
  | { kind: 'role'; text: string; wanted: Template }
  /** What the token holds under a path of names is what is wanted. */
  | { kind: 'attribute'; text: string; path: readonly string[]; wanted: Template }
  /** A literal is what is wanted. */
  | { kind: 'literal'; text: string; value: string; wanted: Template }

/** Reads one check, without blanks and brackets around it. Throws an Error that says what is wrong. */
export function readCheck(text: string): Check {
  if (text === '@' || text === '!') return { kind: 'always', text, answer: text === '@' }
  const colon = text.indexOf(':')
  if (colon < 0) throw new Error(`"${text}" is not a check: it has no colon`)
  const [left, right] = [text.slice(0, colon), text.slice(colon + 1)]
  if (left === 'rule') return { kind: 'rule', text, name: right }
  if (left === 'http' || left === 'https')
    throw new Error(`"${text}": decisions of a remote server (${left}: checks) are not supported`)
  const wanted = readTemplate(right)
  if (left === 'role') return { kind: 'role', text, wanted }
  const value = readLiteral(left)
  if (value !== null) return { kind: 'literal', text, value, wanted }
  if (!/^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$/.test(left))
    throw new Error(`"${left}" in "${text}" is neither an attribute of the token nor a literal`)
  return { kind: 'attribute', text, path: left.split('.'), wanted }
}

/** A Python literal as Python prints it; null for what is none. */
function readLiteral(text: string): string | null {
  const quoted = /^(['"])([^'"\\]*)\1$/.exec(text)?.[2]
  if (quoted !== undefined) return quoted
  if (text === 'True' || text === 'False' || text === 'None') return text
  if (/^[-+]?(0+|[1-9]\d*)$/.test(text)) return String(BigInt(text.replace('+', '')))
  return null
}
