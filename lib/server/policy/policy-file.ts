import { readFileSync } from 'node:fs'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { ConfigError } from '../config-file'
import type { Check } from './rule-checks'
import { parseListRule, parseRule } from './rule-language'
import type { Rule } from './rule-set'
import { textOf } from './trace'

/** The rules of one file, in YAML or JSON, as text or as oslo.policy's older lists. Throws ConfigError with file, line and rule. */
export function readPolicyFile(file: string): Rule[] {
  const counter = new LineCounter()
  const lineAt = (position = 0) => ({ file, line: counter.linePos(position).line })
  const document = parseDocument(readText(file), { lineCounter: counter, prettyErrors: false })
  const [broken] = [...document.errors, ...document.warnings]
  if (broken) throw new ConfigError(broken.message, lineAt(broken.pos[0]))
  if (document.contents === null) return []
  if (!isMap(document.contents)) throw new ConfigError('expected rules by name', { file })
  return document.contents.items.map(({ key, value }) => {
    const at = lineAt(isNode(key) ? key.range?.[0] : undefined)
    if (!isScalar(key) || typeof key.value !== 'string') throw new ConfigError('expected the name of a rule', at)
    // A lone ! is YAML's own mark, with nothing behind it.
    const content: unknown = isScalar(value) && value.tag === '!' ? null : isNode(value) ? value.toJS(document) : null
    return { name: key.value, ...readRule(content, key.value, at), source: 'file', at }
  })
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(`cannot read the policy file ${file}: ${(error as Error).message}`)
  }
}

function readRule(content: unknown, name: string, at: Required<Rule>['at']): { text: string; check: Check } {
  try {
    if (typeof content === 'string') return { text: content, check: parseRule(content) }
    if (!isList(content)) throw new Error('it is no text in quotes ("" allows everybody, "!" nobody)')
    const check = parseListRule(content)
    return { text: textOf(check), check }
  } catch (error) {
    throw new ConfigError(`the rule ${name}: ${(error as Error).message}`, at)
  }
}

function isList(content: unknown): content is (string | string[])[] {
  const isText = (item: unknown) => typeof item === 'string'
  return Array.isArray(content) && content.every((item) => isText(item) || (Array.isArray(item) && item.every(isText)))
}
