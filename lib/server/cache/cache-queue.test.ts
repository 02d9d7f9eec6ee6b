import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCacheQueue } from './cache-queue'

const log = pino({ level: 'silent' })
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-queue-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('fetches each image once, and goes on after one that cannot be fetched', async () => {
  const fetched: string[] = []
  const queue = createCacheQueue(
    folder,
    async (id) => {
      fetched.push(id)
      if (id === 'a') throw new Error('unreadable')
    },
    log,
  )
  for (const id of ['b', 'a', 'b']) await queue.add(id)
  await Promise.all([queue.work(), queue.work()])
  expect([fetched, await queue.ids()]).toEqual([['a', 'b'], []])
})

it('keeps what it was fetching, and the rest, when it is stopped', async () => {
  const untilStopped = (_: string, signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  const queue = createCacheQueue(folder, untilStopped, log)
  for (const id of ['a', 'b']) await queue.add(id)
  const working = queue.work()
  await new Promise((resolve) => setTimeout(resolve, 50))
  await queue.stop()
  await working
  expect(await createCacheQueue(folder, untilStopped, log).ids()).toEqual(['a', 'b'])
})
