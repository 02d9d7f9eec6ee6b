import { describe, expect, it } from 'vitest'
import type { CheckResult } from '@/lib/contract/diagnostics'
import { toldTo } from './audience'

const address = 'http://keystone.internal:5000'

function failed(name: string): CheckResult {
  const summary = `Nothing listens there (${address}).`
  const evidence = [{ label: 'address', value: `${address}/v3` }]
  return { name, status: 'fail', cause: 'authUrlUnreachable', summary, evidence, milliseconds: 1 }
}

describe('what people other than administrators are told', () => {
  it('has no address of the configuration, and brackets once', () =>
    expect(toldTo('anyone', failed('token'), 'caller', [address])).toMatchObject({
      summary: 'Nothing listens there (not shown).',
      evidence: [{ label: 'address', value: '(not shown)/v3' }],
    }))

  it('says of the service’s own faults where the operator learns more', () => {
    const told = toldTo('person', failed('keystone'), 'service', [address])
    expect(told).toMatchObject({ cause: 'serviceCannotCheckTokens', evidence: [] })
    expect(told.fix?.lines).toEqual(['vitrine doctor --config-file /etc/glance/glance-api.conf'])
  })

  it('has that Keystone does not answer, which everybody sees, without a word of where', () => {
    const told = toldTo('anyone', { ...failed('keystone'), cause: 'keystoneDown', certainty: 'likely' }, 'service', [address])
    expect(told).toMatchObject({ cause: 'keystoneDown', certainty: 'likely', evidence: [] })
    expect(JSON.stringify(told)).not.toContain(address)
  })

  it('is everything for administrators', () =>
    expect(toldTo('administrator', failed('keystone'), 'service', [address])).toEqual(failed('keystone')))
})
