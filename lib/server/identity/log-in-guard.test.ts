import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLogInGuard, type LogInGuard } from './log-in-guard'

const settings = { lockout_failure_attempts: 3, lockout_duration: 60 }
const alice = { account: 'default/alice', address: '192.0.2.1' }
const right = async () => true
const wrong = async () => false

async function fail(guard: LogInGuard, times: number, attempt = alice) {
  for (let i = 0; i < times; i += 1) expect(await guard.admit(attempt, wrong)).toBe(false)
}

// The clock stands still unless a test moves it: a lock-out of a second must not end before it has been looked at.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('the guard of log-ins', () => {
  it('refuses an account after too many failures, and says for how long', async () => {
    const guard = createLogInGuard(settings)
    await fail(guard, 3)
    const refusal = guard.admit(alice, right)
    await expect(refusal).rejects.toMatchObject({ kind: 'tooManyRequests', headers: { 'retry-after': '60' } })
    await expect(refusal).rejects.toThrow('too many failed log-ins')
  })
  it('refuses it from everywhere', async () => {
    const guard = createLogInGuard(settings)
    await fail(guard, 3)
    await expect(guard.admit({ ...alice, address: '192.0.2.2' }, right)).rejects.toMatchObject({ kind: 'tooManyRequests' })
  })
  it('leaves other accounts alone', async () => {
    const guard = createLogInGuard(settings)
    await fail(guard, 3)
    expect(await guard.admit({ ...alice, account: 'default/bob' }, right)).toBe(true)
  })
  it('refuses an address that tries many accounts', async () => {
    const guard = createLogInGuard(settings)
    for (let i = 0; i < 30; i += 1) await fail(guard, 1, { ...alice, account: `default/user-${i}` })
    const next = { account: 'default/another', address: alice.address }
    await expect(guard.admit(next, right)).rejects.toMatchObject({ kind: 'tooManyRequests' })
    expect(await guard.admit({ ...next, address: '192.0.2.9' }, right)).toBe(true)
  })
  it('never counts successes, and begins anew after one', async () => {
    const guard = createLogInGuard(settings)
    for (let i = 0; i < 50; i += 1) expect(await guard.admit(alice, right)).toBe(true)
    await fail(guard, 2)
    expect(await guard.admit(alice, right)).toBe(true)
    await fail(guard, 2)
    expect(await guard.admit(alice, right)).toBe(true)
  })
  it('counts guesses that arrive together', async () => {
    const guard = createLogInGuard(settings)
    let tried = 0
    const guess = async () => {
      tried += 1
      return false
    }
    await Promise.allSettled(Array.from({ length: 20 }, () => guard.admit(alice, guess)))
    expect(tried).toBe(3)
  })
  it('opens again after the lock-out', async () => {
    const guard = createLogInGuard({ lockout_failure_attempts: 1, lockout_duration: 1 })
    await fail(guard, 1)
    await expect(guard.admit(alice, right)).rejects.toMatchObject({ kind: 'tooManyRequests' })
    vi.advanceTimersByTime(1100)
    expect(await guard.admit(alice, right)).toBe(true)
  })
})
