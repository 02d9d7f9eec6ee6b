import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UsageOverviewView, UsageSampleListView } from '@/lib/contract/usage-overview'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type ImageApi, startImageApi } from '@/testing/image-api'

const config = writeConfig('[DEFAULT]\nuser_storage_quota = 1024\n')
let api: ImageApi
beforeAll(async () => {
  api = await startImageApi(['--config-file', config])
  await api.createActive('four')
  await api.create({}, 'stranger')
})
afterAll(async () => {
  await api?.stop()
  removeConfig(config)
})

const get = async <T>(path: string) => (await (await api.call('GET', path, { as: 'admin' })).json()) as T

describe('GET /api/usage', () => {
  it('200 with what each project uses of its limits', async () => {
    const before = Date.now()
    const usage = () => get<UsageOverviewView>('/api/usage')
    // The count of the start is told for twenty times what it took where that was long.
    await expect.poll(async () => Date.parse((await usage()).counted_at), { timeout: 50_000 }).toBeGreaterThanOrEqual(before)
    const { projects, limited_by, problem } = await usage()
    expect([limited_by, problem]).toEqual(['configuration', null])
    const limits = { images: null, uploading: null, stored_bytes: 1024, staged_bytes: null }
    expect(projects).toEqual([
      { project_id: 'p-demo', images: 1, uploading: 0, stored_bytes: 4, staged_bytes: 0, limits },
      { project_id: 'p-other', images: 1, uploading: 0, stored_bytes: 0, staged_bytes: 0, limits },
    ])
  }, 60_000)
  it('401 without a token', async () => expect(await api.status('GET', '/api/usage', { as: null })).toBe(401))
  it('403 without the role', async () => expect(await api.status('GET', '/api/usage')).toBe(403))
})

describe('GET /api/usage/samples', () => {
  it('200 with what was kept at the start, and what is now', async () => {
    const { samples } = await get<UsageSampleListView>('/api/usage/samples?days=1')
    const now = samples.at(-1)
    expect(now).toMatchObject({ images: 2, stored_bytes: 4, uploading: 0, staged_bytes: 0 })
    expect(Date.now() - Date.parse(now?.time ?? '')).toBeLessThan(60_000)
  })
  it('200 with those of one project', async () => {
    const { samples } = await get<UsageSampleListView>('/api/usage/samples?project=p-other')
    expect(samples.at(-1)).toMatchObject({ images: 1, stored_bytes: 0 })
  })
  it('400 for a time that is too long', async () =>
    expect(await api.status('GET', '/api/usage/samples?days=91', { as: 'admin' })).toBe(400))
  it('401 without a token', async () => expect(await api.status('GET', '/api/usage/samples', { as: null })).toBe(401))
  it('403 without the role', async () => expect(await api.status('GET', '/api/usage/samples')).toBe(403))
})
