import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Asking } from './asking'
import type { ServiceAccountSettings } from './given'
import type { Reply } from './probe'
import { rememberedLogIn } from './remembered-log-in'
import { createSecrets } from './secrets'

let asked: number
let status: number
beforeEach(() => {
  vi.useFakeTimers()
  asked = 0
  status = 401
})
afterEach(() => vi.useRealTimers())

const account: ServiceAccountSettings = {
  ...{ account: 'user glance', user: 'glance', project: 'service', missing: [] },
  auth: { identity: { methods: ['password'] }, scope: { project: { id: 'p' } } },
}

const reply = (): Reply => ({ status, headers: {}, text: '{}', milliseconds: 1, clockOffsetMs: null })
const probe = async () => {
  asked += 1
  return reply()
}
const asking = { probe, keystone: 'http://keystone', secrets: createSecrets() } as unknown as Asking

it('shows a refused password once in a minute, to simultaneous runs too', async () => {
  const logIn = rememberedLogIn(() => false)
  await Promise.all([logIn(asking, account), logIn(asking, account)])
  vi.advanceTimersByTime(59_000)
  expect(await logIn(asking, account)).toMatchObject({ outcome: 'refused', step: 'user' })
  expect(asked).toBe(1)
  vi.advanceTimersByTime(2000)
  await logIn(asking, account)
  expect(asked).toBe(2)
})

it('does not show it at all while Keystone goes on refusing the service', async () => {
  let refused = true
  const logIn = rememberedLogIn(() => refused)
  await logIn(asking, account)
  vi.advanceTimersByTime(3_600_000)
  await logIn(asking, account)
  expect(asked).toBe(1)
  refused = false
  await logIn(asking, account)
  expect(asked).toBe(2)
})

it('asks a Keystone that failed again after a few seconds', async () => {
  status = 500
  const logIn = rememberedLogIn(() => true)
  expect(await logIn(asking, account)).toMatchObject({ outcome: 'unanswered' })
  vi.advanceTimersByTime(6000)
  await logIn(asking, account)
  expect(asked).toBe(2)
})
