import pino from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { createAuditQueue } from './audit-queue'

/** A log whose lines can be read. */
function openLog() {
  const lines: Record<string, unknown>[] = []
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) })
  return { log, lines }
}

describe('the queue of the audit log', () => {
  it('writes what has collected in one batch, and in its order', async () => {
    const batches: number[][] = []
    const { log } = openLog()
    const write = async (entries: readonly number[]) => void batches.push([...entries])
    const queue = createAuditQueue<number>({ log, pauseMs: 1, write })
    for (const entry of [1, 2, 3]) queue.add(entry)
    await expect.poll(() => batches).toEqual([[1, 2, 3]])
  })
  it('writes on stop what waits, however much that is', async () => {
    const written: number[] = []
    const { log } = openLog()
    const queue = createAuditQueue<number>({ log, pauseMs: 60_000, write: async (entries) => void written.push(...entries) })
    for (let entry = 0; entry < 1000; entry++) queue.add(entry)
    await queue.stop()
    expect(written).toEqual([...Array(1000).keys()])
  })
  it('takes no more than its bound, and says how many were lost', async () => {
    const written: number[] = []
    const { log, lines } = openLog()
    const write = async (entries: readonly number[]) => void written.push(...entries)
    const queue = createAuditQueue<number>({ log, bound: 2, pauseMs: 60_000, write })
    for (const entry of [1, 2, 3, 4, 5]) queue.add(entry)
    await queue.stop()
    expect(written).toEqual([1, 2])
    expect(lines).toMatchObject([{ lost: 3 }])
  })
  it('tries a batch once more, and says what is lost when that fails as well', async () => {
    const { log, lines } = openLog()
    const write = vi
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValueOnce(undefined)
      .mockRejectedValue(new Error('away'))
    const queue = createAuditQueue<number>({ log, retryMs: 1, write })
    queue.add(1)
    await queue.flush()
    expect([write.mock.calls.length, lines.length]).toEqual([2, 0])
    queue.add(2)
    await queue.flush()
    expect(lines).toMatchObject([{ lost: 1 }])
  })
})
