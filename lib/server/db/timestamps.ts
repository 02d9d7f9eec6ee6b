import type { DatabaseKind } from './database'

/** A time as the database keeps it: UTC, with microseconds except in MySQL, whose columns hold whole seconds. */
export function toTimestamp(time: Date, kind: DatabaseKind): string {
  const text = time.toISOString().replace('T', ' ').replace('Z', '')
  return kind === 'mysql' ? text.slice(0, 19) : `${text}000`
}

/** The time behind `YYYY-MM-DD HH:MM:SS[.ffffff]`, cut to milliseconds. */
export function fromTimestamp(text: string): Date {
  const [seconds = '', fraction = ''] = text.split('.')
  return new Date(`${seconds.replace(' ', 'T')}.${fraction.padEnd(3, '0').slice(0, 3)}Z`)
}
