import { type Attributes, printed } from './attributes'

/** A text with places for attributes of the target, which stand at the odd positions. */
export type Template = readonly string[]

/** Reads a text with `%(attribute)s` in it; `%%` is a percent sign. Throws an Error for every other `%`. */
export function readTemplate(text: string): Template {
  const parts = text.split(/%\(([^)]*)\)s/)
  return parts.map((part, index) => (index % 2 === 1 ? part : readPlain(part, text)))
}

function readPlain(part: string, text: string): string {
  return part.replace(/%(.?)/g, (_, next: string) => {
    if (next !== '%') throw new Error(`a "%" in "${text}" begins no %(attribute)s`)
    return '%'
  })
}

/** The text with the target's attributes filled in; null where the target lacks one. */
export function fill(template: Template, target: Attributes): string | null {
  const given = (name: string) => (Object.hasOwn(target, name) ? printed(target[name]) : null)
  const values = template.map((part, index) => (index % 2 === 1 ? given(part) : part))
  return values.includes(null) ? null : values.join('')
}
