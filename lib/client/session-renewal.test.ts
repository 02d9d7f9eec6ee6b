import { expect, it, vi } from 'vitest'
import { onRenewalNeeded, renewSession, settleRenewal } from './session-renewal'

it('asks once for everybody who waits, and again the next time', async () => {
  const ask = vi.fn()
  const stop = onRenewalNeeded(ask)
  const waiting = [renewSession(), renewSession()]
  expect(ask).toHaveBeenCalledTimes(1)
  settleRenewal(true)
  expect(await Promise.all(waiting)).toEqual([true, true])
  const next = renewSession()
  expect(ask).toHaveBeenCalledTimes(2)
  stop()
  expect(await next).toBe(false)
})

it('is refused where nothing can ask', async () => expect(await renewSession()).toBe(false))
