import { isIPv4, isIPv6 } from 'node:net'

/** How an option's text becomes a value. Throws an Error whose message says what was expected. */
type Reader<T> = (text: string) => T

export interface Option<T = unknown> {
  read: Reader<T>
  fallback: T
  /** Older names of the option, `section.name`, that are still read. */
  aliases?: readonly string[]
  /** It may be set several times, and each adds to the list that it is. */
  repeats?: true
}

export function option<T>(read: Reader<T>, fallback: T, aliases?: readonly string[]): Option<T> {
  return aliases ? { read, fallback, aliases } : { read, fallback }
}

export const text: Reader<string> = (value) => value

export const flag: Reader<boolean> = (value) => {
  if (/^(1|true|on|yes)$/i.test(value)) return true
  if (/^(0|false|off|no)$/i.test(value)) return false
  throw new Error(`expected true or false, found "${value}"`)
}

export function whole(min: number, max = Number.MAX_SAFE_INTEGER): Reader<number> {
  return (value) => {
    const number = Number(value)
    if (value === '' || !Number.isSafeInteger(number)) throw new Error(`expected a whole number, found "${value}"`)
    if (number < min || number > max) throw new Error(`expected a number from ${min} to ${max}, found ${value}`)
    return number
  }
}

export const list: Reader<readonly string[]> = (value) =>
  value
    .replace(/^\[(.*)\]$/s, '$1')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

export function oneOf<const T extends string>(...choices: T[]): Reader<T> {
  return (value) => {
    const found = choices.find((choice) => choice === value)
    if (found === undefined) throw new Error(`expected one of ${choices.join(', ')}, found "${value}"`)
    return found
  }
}

export const url: Reader<string> = (value) => {
  if (value !== '' && !/^https?:\/\/[^\s/]+/.test(value)) throw new Error(`expected an http or https URL, found "${value}"`)
  return value.replace(/\/+$/, '')
}

/** A list of which every item is one of the choices. */
export function listOf<const T extends string>(...choices: T[]): Reader<readonly T[]> {
  const item = oneOf(...choices)
  return (value) => list(value).map(item)
}

/** IP addresses and networks in CIDR form. */
export const networks: Reader<readonly string[]> = (value) => {
  const found = list(value)
  const wrong = found.find((network) => !isNetwork(network))
  if (wrong !== undefined) throw new Error(`expected IP addresses or networks such as 10.0.0.0/8, found "${wrong}"`)
  return found
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const longest = isIPv6(address) ? 128 : isIPv4(address) ? 32 : -1
  return rest.length === 0 && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
}

/** `"name":"value", …`, with or without quotes; a value with a comma needs them. */
export const readProperties: Reader<Readonly<Record<string, string>>> = (value) => {
  const pairs = value.match(/(?:"[^"]*"|'[^']*'|[^,'"])+/g) ?? []
  return Object.fromEntries(pairs.filter((pair) => pair.trim() !== '').map(readPair))
}

function readPair(pair: string): [string, string] {
  const [, name = '', value = ''] = /^\s*("[^"]+"|'[^']+'|[^:]+?)\s*:\s*(.*?)\s*$/s.exec(pair) ?? []
  if (name === '') throw new Error(`expected name:value, …, found "${pair.trim()}"`)
  const bare = (text: string) => text.replace(/^(["'])(.*)\1$/s, '$2')
  return [bare(name), bare(value)]
}

/** A proxy for each scheme: `http:host:port, https:host:port`. */
export const readProxies: Reader<Readonly<Record<string, string>>> = (value) => {
  const proxies = readProperties(value)
  for (const [scheme, proxy] of Object.entries(proxies))
    if (!['http', 'https'].includes(scheme) || !/^([\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i.test(proxy))
      throw new Error(`expected http:host:port, https:host:port, found "${scheme}:${proxy}"`)
  return proxies
}

/** A folder of a file store; the one of the highest priority takes new images. */
export interface DataFolder {
  path: string
  priority: number
}

/** `path:priority, …`; 0 where no priority is given. */
export const readDataFolders: Reader<readonly DataFolder[]> = (value) =>
  list(value).map((item) => {
    const [, path = '', priority = '0'] = /^(.*?)(?::(-?\d+))?$/.exec(item) ?? []
    if (!path.startsWith('/') || path.includes(':')) throw new Error(`expected /path:priority, found "${item}"`)
    return { path, priority: Number(priority) }
  })
