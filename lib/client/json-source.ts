import { type JsonPath, pointerTo } from './json-pointer'

/** What a JSON text says, and where. */
export interface JsonSource {
  value: unknown
  /** The line, from 1, on which the value stands; of what is not there, the line of what would hold it. */
  lineOf(path: JsonPath): number
}

/** Why a text is not JSON, and where. */
export class JsonMisfit extends Error {
  override readonly name = 'JsonMisfit'

  constructor(
    readonly reason: 'end' | 'unexpected' | 'repeated',
    /** What was found, or the name that comes twice. */
    readonly found: string,
    readonly line: number,
  ) {
    super(`Line ${line}: ${reason} ${found}`)
  }
}

const space = /[ \t\r\n]*/y
const scalar = /"(?:[^"\\\r\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y

/** Goes through a text sign by sign and knows the line; no line ends but in what is passed over. */
function createScanner(text: string) {
  let at = 0
  let line = 1
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const [found = ''] = pattern.exec(text) ?? []
    at += found.length
    return found
  }
  const next = () => {
    line += take(space).split('\n').length - 1
    return text.charAt(at)
  }
  const misfit = () => (at >= text.length ? new JsonMisfit('end', '', line) : new JsonMisfit('unexpected', text.charAt(at), line))
  const passed = (sign: string) => {
    if (next() !== sign) return false
    at++
    return true
  }
  return {
    next,
    passed,
    misfit,
    line: () => line,
    expect(sign: string) {
      if (!passed(sign)) throw misfit()
    },
    scalar(): unknown {
      const start = at
      const found = take(scalar)
      try {
        return JSON.parse(found)
      } catch {
        at = start
        throw misfit()
      }
    },
  }
}

/** Reads JSON and keeps where things stand. Throws `JsonMisfit`, also for a name that an object has twice. */
export function readJson(text: string): JsonSource {
  const lines = new Map<string, number>()
  const scan = createScanner(text)

  function value(path: JsonPath): unknown {
    const first = scan.next()
    lines.set(pointerTo(path), scan.line())
    if (first === '{') return object(path)
    return first === '[' ? array(path) : scan.scalar()
  }

  function object(path: JsonPath): unknown {
    scan.expect('{')
    const entries = new Map<string, unknown>()
    if (scan.passed('}')) return {}
    do {
      if (scan.next() !== '"') throw scan.misfit()
      const line = scan.line()
      const name = scan.scalar() as string
      if (entries.has(name)) throw new JsonMisfit('repeated', name, line)
      scan.expect(':')
      entries.set(name, value([...path, name]))
      lines.set(pointerTo([...path, name]), line)
    } while (scan.passed(','))
    scan.expect('}')
    return Object.fromEntries(entries)
  }

  function array(path: JsonPath): unknown {
    scan.expect('[')
    const elements: unknown[] = []
    if (scan.passed(']')) return elements
    do elements.push(value([...path, elements.length]))
    while (scan.passed(','))
    scan.expect(']')
    return elements
  }

  const whole = value([])
  if (scan.next() !== '') throw scan.misfit()
  const lineOf = (path: JsonPath): number => lines.get(pointerTo(path)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)))
  return { value: whole, lineOf }
}
