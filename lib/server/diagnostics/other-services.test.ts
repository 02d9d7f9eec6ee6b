import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CheckResult, checkResultSchema } from '@/lib/contract/diagnostics'
import { type Front, noBackend, startFront } from '@/testing/causes/front'
import { keystoneMissing } from '@/testing/keystone-server'
import { type ServiceWithKeystone, startServiceWithKeystone } from '@/testing/service-with-keystone'
import type { Asking } from './asking'
import { otherServices } from './other-services'
import { createProbe } from './probe'

describe('other services of the catalogue', () => {
  let fronts: Front[]
  const tokens: (string | undefined)[] = []
  beforeAll(async () => {
    const compute = startFront((request, answer) => {
      tokens.push(request.headers['x-auth-token']?.toString())
      answer.writeHead(200).end('{"servers": []}')
    })
    fronts = await Promise.all([compute, startFront(noBackend)])
  })
  afterAll(() => Promise.all(fronts.map((front) => front.stop())))

  it('say what they think of the token, where they may be sent it', async () => {
    const [compute = '', volume = ''] = fronts.map(({ url }) => url)
    const service = (type: string, url: string) => ({ type, endpoints: [{ interface: 'public', region: 'RegionOne', url }] })
    const catalog = [
      service('compute', compute),
      service('volumev3', volume),
      service('dns', compute),
      service('network', volume),
    ]
    const asking = {
      ...{ interface: 'publicURL', region: 'RegionOne', callersProbe: createProbe({ signal: AbortSignal.timeout(10_000) }) },
      mayCarryToken: (url: string) => url.startsWith('http'),
    }
    const caller = { token: 'of-mine', facts: { catalog } }
    const found = await otherServices(asking as unknown as Asking, caller as unknown as Parameters<typeof otherServices>[1])
    expect(found).toEqual(['compute: 200', 'volumev3: 503', 'network: 503'])
    expect(tokens).toEqual(['of-mine'])
    const none = await otherServices({ ...asking, mayCarryToken: () => false } as unknown as Asking, caller as never)
    expect(none).toEqual([])
  })
})

describe.skipIf(keystoneMissing)(`a token that is remembered ${keystoneMissing ?? ''}`, () => {
  let service: ServiceWithKeystone
  beforeAll(async () => {
    service = await startServiceWithKeystone()
  })
  afterAll(() => service?.stop())

  async function access(token: string): Promise<CheckResult | undefined> {
    const answer = await fetch(`${service.app.url}/api/diagnostics`, { headers: { 'x-auth-token': token } })
    const lines = (await answer.text()).trimEnd().split('\n')
    return lines.map((line) => checkResultSchema.safeParse(JSON.parse(line)).data).find((result) => result?.name === 'access')
  }

  it('does not hide that no new one can be checked', async () => {
    const token = await service.keystone.token('member')
    expect(await access(token)).toMatchObject({ status: 'pass' })
    await service.keystone.admin.withdraw({ role: 'service', user: 'vitrine', project: 'service' })
    const found = await access(token)
    expect(found).toMatchObject({ status: 'fail', cause: 'serviceCannotCheckTokens' })
    expect(found?.summary).toMatch(/takes the token that it remembers, and answers 503 to a new one/)
  })
})
