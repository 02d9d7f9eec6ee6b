/** One `name = value` of a configuration file, with where it stands. */
export interface ConfigEntry {
  file: string
  line: number
  section: string
  name: string
  value: string
}

/** A configuration that cannot be used; the message names file, section, option and line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(message: string, at?: Partial<ConfigEntry>) {
    super(at ? `${place(at)}: ${message}` : message)
  }
}

function place({ file, line, section, name }: Partial<ConfigEntry>): string {
  const option = name === undefined ? '' : ` option ${name}`
  return `${file}${line === undefined ? '' : `:${line}`}${section === undefined ? '' : `: [${section}]`}${option}`
}

const sectionLine = /^\[([^\]]+)\]\s*(?:[#;].*)?$/
const optionLine = /^([^\s=:[\]#;][^=:]*?)\s*[=:]\s*(.*)$/

/**
 * Reads oslo.config's syntax: `[section]`, `name = value` or `name: value`, comments by `#` and `;`, indented lines that
 * continue a value. An option may stand several times. Throws ConfigError with the line of what it cannot read.
 */
export function parseConfigFile(file: string, text: string): ConfigEntry[] {
  const entries: ConfigEntry[] = []
  let section = 'DEFAULT'
  let current: ConfigEntry | undefined
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 1
    const content = raw.trim()
    if (content === '') {
      current = undefined
      return
    }
    if (/^[#;]/.test(raw)) return
    if (/^\s/.test(raw)) {
      if (!current) throw new ConfigError('an indented line continues an option, but there is none above it', { file, line })
      current.value += `\n${content}`
      return
    }
    const heading = sectionLine.exec(content)
    if (heading) {
      section = heading[1] as string
      current = undefined
      return
    }
    const option = optionLine.exec(content)
    if (!option) throw new ConfigError(`expected "[section]" or "name = value", found "${content}"`, { file, line, section })
    current = { file, line, section, name: (option[1] as string).trim(), value: unquote((option[2] as string).trim()) }
    entries.push(current)
  })
  return entries
}

function unquote(value: string): string {
  const quoted = value.length > 1 && value[0] === value.at(-1) && /^["']/.test(value)
  return quoted ? value.slice(1, -1) : value
}
