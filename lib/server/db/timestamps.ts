import type { DatabaseKind } from './database'

/** A time as the database keeps it: UTC, with microseconds except in MySQL, whose columns hold whole seconds. */
export function toTimestamp(time: Date, kind: DatabaseKind): string {
  const text = time.toISOString().replace('T', ' ').replace('Z', '')
  return kind === 'mysql' ? text.slice(0, 19) : `${text}000`
}

/** The second in which a time lies, as the database writes it: its first moment, and the first that is no more of it. */
export function secondOf(time: Date, kind: DatabaseKind): [from: string, end: string] {
  const begin = Math.floor(time.getTime() / 1000) * 1000
  return [toTimestamp(new Date(begin), kind), toTimestamp(new Date(begin + 1000), kind)]
}

/** The time behind `YYYY-MM-DD HH:MM:SS[.ffffff]`, cut to milliseconds. */
export function fromTimestamp(text: string): Date {
  const [seconds = '', fraction = ''] = text.split('.')
  return new Date(`${seconds.replace(' ', 'T')}.${fraction.padEnd(3, '0').slice(0, 3)}Z`)
}
