import { type Finding, fail, type Values, warn } from './finding'
import type { Reply } from './probe'

/** How far the clocks of Keystone's nodes may differ. */
const apartMs = 30_000

/** What answers of one address say of its nodes' clocks; null where they agree. */
export function nodeClocks(replies: readonly Reply[], summary: string, evidence: Values): Finding | null {
  const clocks = replies.flatMap(({ clockOffsetMs }) => clockOffsetMs ?? [])
  const apart = clocks.length > 0 ? Math.max(...clocks) - Math.min(...clocks) : 0
  if (apart < apartMs) return null
  const fix = { text: 'Set the clocks of Keystone’s nodes by the same source.', lines: ['chronyc makestep'] }
  const seen = { ...evidence, 'clocks apart': `${Math.round(apart / 1000)} s` }
  const found = replies.every(({ status }) => status < 400) ? warn : fail
  return found(`${summary}, but its answers tell different times.`, seen, { cause: 'keystoneClockSkew', fix })
}
