import { type Check, readCheck } from './rule-checks'

interface Token {
  kind: '(' | ')' | 'and' | 'or' | 'not' | 'check'
  text: string
}

/**
 * Reads oslo.policy's rule language: checks such as `role:x`, joined by `and`, `or` and `not` (in this order of strength, the
 * last one first) and by brackets. The empty rule always allows. Throws an Error that says what cannot be read.
 */
export function parseRule(text: string): Check {
  if (text === '') return { kind: 'always', text: '@', answer: true }
  const tokens = tokensOf(text)
  const check = readOr(tokens)
  const rest = tokens.shift()
  if (rest) throw new Error(`"${rest.text}" is not expected there`)
  return check
}

/** The older form of a rule: a list of which one item has to hold, each a check or a list of checks that all have to. */
export function parseListRule(items: readonly (string | readonly string[])[]): Check {
  if (items.length === 0) return { kind: 'always', text: '@', answer: true }
  const choices = items.filter((item) => item.length > 0).map((item) => (typeof item === 'string' ? [item] : item))
  if (choices.length === 0) return { kind: 'always', text: '!', answer: false }
  return joined(
    'or',
    choices.map((checks) => joined('and', checks.map(readCheck))),
  )
}

/** Words are divided by blanks; brackets may stand at their beginning and end. */
function tokensOf(text: string): Token[] {
  return text.split(/\s+/).flatMap((word) => {
    const [, opening = '', inner = '', closing = ''] = /^(\(*)(.*?)(\)*)$/.exec(word) ?? []
    const brackets = (some: string) => [...some].map((bracket) => ({ kind: bracket, text: bracket }) as Token)
    return [...brackets(opening), ...(inner === '' ? [] : [tokenOf(inner)]), ...brackets(closing)]
  })
}

function tokenOf(text: string): Token {
  if (/^(['"]).*\1$/.test(text)) throw new Error(`${text} stands in quotes as a whole, where a check is expected`)
  const word = text.toLowerCase()
  return { kind: word === 'and' || word === 'or' || word === 'not' ? word : 'check', text }
}

function readOr(tokens: Token[]): Check {
  return readJoined(tokens, 'or', readAnd)
}

function readAnd(tokens: Token[]): Check {
  return readJoined(tokens, 'and', readOne)
}

function readJoined(tokens: Token[], kind: 'and' | 'or', readPart: (tokens: Token[]) => Check): Check {
  const checks = [readPart(tokens)]
  while (tokens[0]?.kind === kind) {
    tokens.shift()
    checks.push(readPart(tokens))
  }
  return joined(kind, checks)
}

function joined(kind: 'and' | 'or', checks: readonly Check[]): Check {
  const [only, ...others] = checks
  return only && others.length === 0 ? only : { kind, checks }
}

function readOne(tokens: Token[]): Check {
  const token = tokens.shift()
  if (token?.kind === 'check') return readCheck(token.text)
  if (token?.kind === 'not') return { kind: 'not', check: readOne(tokens) }
  if (token?.kind !== '(')
    throw new Error(token ? `"${token.text}" stands where a check is expected` : 'it ends where a check is expected')
  const check = readOr(tokens)
  if (tokens.shift()?.kind !== ')') throw new Error('a bracket is not closed')
  return check
}
