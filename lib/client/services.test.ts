import { describe, expect, it } from 'vitest'
import type { ServiceState, ServiceView } from '@/lib/contract/service-state'
import { isUnsettled } from './services'

function unsettled(state: ServiceState, uptime: number | null = null): boolean {
  return isUnsettled({ time: '', services: [{ state, uptime_seconds: uptime } as ServiceView] })
}

describe('services that are looked at often', () => {
  it('are those that fail, or have just started', () => {
    for (const state of ['down', 'degraded'] as const) expect(unsettled(state)).toBe(true)
    expect(unsettled('up', 20)).toBe(true)
  })
  it('are not those that work, are not run, or cannot be asked', () => {
    for (const state of ['up', 'off', 'unknown'] as const) expect(unsettled(state)).toBe(false)
    expect(unsettled('up', 3600)).toBe(false)
  })
})
