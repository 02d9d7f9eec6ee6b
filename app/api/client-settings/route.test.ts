import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImageApi, startImageApi } from '@/testing/image-api'

describe('GET /api/client-settings', () => {
  let api: ImageApi
  beforeAll(async () => {
    api = await startImageApi()
  })
  afterAll(() => api?.stop())

  it('200 with what a client needs to reach this service', async () => {
    const answer = await api.call('GET', '/api/client-settings')
    expect(answer.status).toBe(200)
    const region_name = api.server.services.identity?.catalog('').region
    expect(region_name).toBeTruthy()
    expect(await answer.json()).toEqual({
      auth_url: `${api.server.url}/identity/v3`,
      region_name,
      interface: 'public',
      other_regions: [],
    })
  })
  it('401 without a token', async () => {
    expect((await api.call('GET', '/api/client-settings', { as: null })).status).toBe(401)
  })
})
