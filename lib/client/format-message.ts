import format from 'use-intl/format-message/format-only'
import { nameText } from './name-text'

/**
 * In place of `use-intl/format-message` (next.config.ts): whatever text is put into a sentence is shown as a name is, so that no
 * name turns the words around it or passes for another. It takes messages compiled, so that no browser loads their parser.
 */
function formatMessage(...[key, message, values, options]: Parameters<typeof format>): ReturnType<typeof format> {
  return format(key, message, values && shown(values), options)
}

// Messages do not come as they are written (app/page-language.ts).
formatMessage.raw = false

function shown<T extends object>(values: T): T {
  const texts = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? nameText(value) : value])
  return Object.fromEntries(texts) as T
}

export default formatMessage
