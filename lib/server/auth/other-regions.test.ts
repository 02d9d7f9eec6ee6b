import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RegionalSettingsView } from '@/lib/contract/client-settings'
import { type Front, startFront } from '@/testing/causes/front'
import { keystoneMissing } from '@/testing/keystone-server'
import { type ServiceWithKeystone, startServiceWithKeystone } from '@/testing/service-with-keystone'

describe.skipIf(keystoneMissing)(`regions of a real Keystone ${keystoneMissing ?? ''}`, () => {
  let service: ServiceWithKeystone
  let glance: Front
  let other: Front
  beforeAll(async () => {
    glance = await startFront((_, answer) => answer.writeHead(300).end('{"versions": []}'))
    other = await startFront((_, answer) => answer.writeHead(302, { location: '/images' }).end())
    service = await startServiceWithKeystone()
  })
  afterAll(async () => {
    await service?.stop()
    await Promise.all([glance.stop(), other.stop()])
  })

  async function settings(): Promise<RegionalSettingsView> {
    const headers = { 'x-auth-token': await service.keystone.token('reader') }
    const answer = await fetch(`${service.app.url}/api/client-settings`, { headers })
    return (await answer.json()) as RegionalSettingsView
  }
  async function addRegion(id: string, url: string) {
    const { admin } = service.keystone
    const image = (await admin.list('services', 'type=image'))[0]?.id
    await admin.create('regions', { id })
    await admin.create('endpoints', { service_id: image, interface: 'public', region_id: id, url })
  }

  it('are the own one, and the others with or without a dashboard', async () => {
    await service.keystone.admin.point('image', `${service.app.url}/v2`)
    expect(await settings()).toMatchObject({ region_name: 'RegionOne', other_regions: [] })
    await addRegion('West', `${other.url}/v2/`)
    await addRegion('East', glance.url)
    await addRegion('Lost', 'http://127.0.0.1:9')
    expect((await settings()).other_regions).toEqual([
      { region_name: 'East', url: glance.url, dashboard: false },
      { region_name: 'Lost', url: 'http://127.0.0.1:9', dashboard: false },
      { region_name: 'West', url: other.url, dashboard: true },
    ])
  })
})
