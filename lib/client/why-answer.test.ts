import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ImageView } from './image-view'
import { answerWhy } from './why-answer'

const id = '7c1b5f3e-2f0a-4b53-9a44-0d7b2f1f9e11'
const other = '7c1b5f3e-2f0a-4b53-9a44-0d7b2f1f9e12'
let images: Pick<ImageView, 'id' | 'name' | 'os_hidden'>[] = []
let status = 200

const refusal = { code: 404, message: 'No image found' }

/** The service's list and its explanations, as far as they are asked here. */
function answer(path: string, init?: RequestInit) {
  if (path === '/api/explain') {
    const { image_id } = JSON.parse(String(init?.body))
    return status === 200 ? Response.json({ allowed: true, action: image_id ?? 'own' }) : Response.json(refusal, { status })
  }
  const query = new URL(path, 'http://here').searchParams
  const hidden = query.get('os_hidden') === 'true'
  const listed = images.filter((image) => query.get('name') === `eq:${image.name}` && image.os_hidden === hidden)
  return Response.json({ images: listed })
}

const asked = (image_id?: string) => answerWhy({ action: 'delete_image', ...(image_id && { image_id }) })

beforeEach(() => {
  status = 200
  images = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => answer(path, init))
})
afterEach(() => vi.unstubAllGlobals())

it('asks about an id as it is, and about no image where none is named', async () => {
  expect(await asked(id)).toMatchObject({ explanation: { action: id } })
  expect(await asked()).toMatchObject({ explanation: { action: 'own' } })
})

it('takes the one image of a name, hidden or not', async () => {
  for (const os_hidden of [false, true]) {
    images = [{ id, name: 'ubuntu', os_hidden }]
    expect(await asked('ubuntu')).toMatchObject({ explanation: { action: id }, image: { id } })
  }
})

it('leaves the choice where several have the name', async () => {
  images = [id, other].map((one) => ({ id: one, name: 'ubuntu', os_hidden: one === id }))
  expect(await asked('ubuntu')).toMatchObject({ called: 'ubuntu', images: [{ id: other }, { id }] })
})

it('says that nothing of that name or id is seen', async () => {
  expect(await asked('ubuntu')).toEqual({ called: 'ubuntu', images: [] })
  status = 404
  expect(await asked(id)).toEqual({ called: id, images: [] })
  status = 500
  await expect(asked(id)).rejects.toThrow()
})
