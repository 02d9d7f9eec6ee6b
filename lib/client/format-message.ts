import type original from 'use-intl/format-message'
// @ts-expect-error: by its name it would be this module; its types are those of `original`.
import format from '../../node_modules/use-intl/dist/esm/production/format-message/index.js'
import { nameText } from './name-text'

/**
 * In place of `use-intl/format-message` (next.config.ts): whatever text is put into a sentence is shown as a name is, so that no
 * name turns the words around it or passes for another.
 */
function formatMessage(...[key, message, values, options]: Parameters<typeof original>): ReturnType<typeof original> {
  return format(key, message, values && shown(values), options)
}

// As the original: messages come as they are written.
formatMessage.raw = true

function shown(values: object): object {
  const texts = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? nameText(value) : value])
  return Object.fromEntries(texts)
}

export default formatMessage
