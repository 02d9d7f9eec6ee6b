import { afterEach, expect, it, vi } from 'vitest'
import { goneImagesQuery } from './gone-images'

const answering = (statuses: Record<string, number>) =>
  vi.stubGlobal('fetch', async (path: string) => {
    const status = statuses[path.split('/').at(-1) ?? ''] ?? 500
    return new Response(JSON.stringify({ message: 'as the test says' }), { status })
  })

const ask = async (...ids: string[]) => {
  const { queryFn } = goneImagesQuery(ids, 'project', 1)
  return (queryFn as (context: { signal: AbortSignal }) => Promise<ReadonlySet<string>>)({ signal: new AbortController().signal })
}

afterEach(() => vi.unstubAllGlobals())

it('names the images that nobody can show any more, and no others', async () => {
  answering({ moved: 200, deleted: 404 })
  expect(await ask('moved', 'deleted')).toEqual(new Set(['deleted']))
})

it('says nothing where the answer is another one', async () => {
  answering({ deleted: 404, unknown: 503 })
  await expect(ask('deleted', 'unknown')).rejects.toThrow()
})
