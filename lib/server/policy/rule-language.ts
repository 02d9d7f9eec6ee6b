/** A parsed oslo.policy rule. */
export type Check =
  | { kind: 'always'; answer: boolean }
  | { kind: 'and' | 'or'; checks: readonly Check[] }
  | { kind: 'not'; check: Check }
  | { kind: 'rule' | 'role'; name: string }
  /** What the token holds under `left`, or the literal `left`, is `right` with its `%(attribute)s` filled in. */
  | { kind: 'equal'; left: string; literal: boolean; right: string }

type Words = string[]

/**
 * Reads oslo.policy's rule language: `role:x`, `rule:x`, `project_id:%(project_id)s`, `'public':%(visibility)s`, `@`, `!`,
 * `and`, `or`, `not` and brackets. The empty rule always allows. Throws an Error that says what cannot be read.
 */
export function parseRule(text: string): Check {
  const words = text.match(/\(|\)|(?:'[^']*'|"[^"]*"|%\([^)]*\)s|[^\s()'"%])+/g) ?? []
  if (words.length === 0) return { kind: 'always', answer: true }
  const check = readOr(words)
  if (words.length > 0) throw new Error(`"${words[0]}" is not expected in the rule "${text}"`)
  return check
}

function readOr(words: Words): Check {
  return readJoined(words, 'or', readAnd)
}

function readAnd(words: Words): Check {
  return readJoined(words, 'and', readOne)
}

function readJoined(words: Words, kind: 'and' | 'or', readPart: (words: Words) => Check): Check {
  const first = readPart(words)
  const checks = [first]
  while (words[0]?.toLowerCase() === kind) {
    words.shift()
    checks.push(readPart(words))
  }
  return checks.length === 1 ? first : { kind, checks }
}

function readOne(words: Words): Check {
  const word = words.shift()
  if (word === undefined) throw new Error('the rule ends where a check is expected')
  if (word.toLowerCase() === 'not') return { kind: 'not', check: readOne(words) }
  if (word !== '(') return readCheck(word)
  const check = readOr(words)
  if (words.shift() !== ')') throw new Error('a bracket is not closed')
  return check
}

function readCheck(word: string): Check {
  if (word === '@' || word === '!') return { kind: 'always', answer: word === '@' }
  const found = /^('[^']*'|"[^"]*"|[^:]+):(.*)$/.exec(word)
  if (!found) throw new Error(`"${word}" is not a check`)
  const [, left = '', right = ''] = found
  if (left === 'rule' || left === 'role') return { kind: left, name: right }
  const literal = /^['"]/.test(left) || /^(True|False|None|-?\d+)$/.test(left)
  return { kind: 'equal', left: unquoted(left), literal, right: unquoted(right) }
}

function unquoted(word: string): string {
  return /^(['"]).*\1$/.test(word) ? word.slice(1, -1) : word
}
