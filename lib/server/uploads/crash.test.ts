import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BundledServer, bundleServer, type ServerProcess } from '@/testing/server-process'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-crash-'))
const bytes = randomBytes(48 * 1024 * 1024)
const sha512 = createHash('sha512').update(bytes).digest('hex')
const kills = 10

let bundle: BundledServer
let server: ServerProcess

beforeAll(async () => {
  bundle = await bundleServer('crash')
  await start()
})
afterAll(async () => {
  await server?.kill()
  rmSync(folder, { recursive: true })
  await bundle?.remove()
})

async function start() {
  server = await bundle.start({ VITRINE_DATA: folder })
}

function call(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const all = { 'x-auth-token': server.token, 'tus-resumable': '1.0.0', ...headers }
  return fetch(new URL(path, server.url), { method, headers: all, ...(body && { body }) })
}

/** Sends a body; answers the status, or 0 when the server died. */
function send(method: string, path: string, headers: Record<string, string>, body: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const all = { 'x-auth-token': server.token, 'tus-resumable': '1.0.0', 'content-length': body.length, ...headers }
    const client = request(new URL(path, server.url), { method, headers: all })
    client.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
    client.on('error', () => resolve(0))
    client.end(body)
  })
}

async function createImage(): Promise<string> {
  const body = JSON.stringify({ disk_format: 'raw', container_format: 'bare' })
  const response = await call('POST', '/v2/images', { 'content-type': 'application/json' }, body)
  return ((await response.json()) as { id: string }).id
}

async function createUpload(imageId: string): Promise<string> {
  const metadata = `image_id ${Buffer.from(imageId).toString('base64')}`
  const response = await call('POST', '/uploads', { 'upload-length': `${bytes.length}`, 'upload-metadata': metadata })
  return new URL(response.headers.get('location') ?? '').pathname
}

const put = (imageId: string) => send('PUT', `/v2/images/${imageId}/file`, { 'content-type': 'application/octet-stream' }, bytes)

const patch = (upload: string, offset: number) =>
  send(
    'PATCH',
    upload,
    { 'content-type': 'application/offset+octet-stream', 'upload-offset': `${offset}` },
    bytes.subarray(offset),
  )

const show = async (imageId: string) => (await (await call('GET', `/v2/images/${imageId}`)).json()) as Record<string, unknown>

async function expectIdentical(imageId: string) {
  expect(await show(imageId)).toMatchObject({ status: 'active', size: bytes.length, os_hash_value: sha512 })
  const data = await (await call('GET', `/v2/images/${imageId}/file`)).arrayBuffer()
  expect(bytes.equals(Buffer.from(data))).toBe(true)
}

/** Where the upload went on, as a client asks it; null when it has been finished. */
async function resume(upload: string, imageId: string): Promise<number | null> {
  const response = await call('HEAD', upload)
  if (response.status === 404) expect(await show(imageId)).toMatchObject({ status: 'active' })
  const offset = Number(response.headers.get('upload-offset'))
  return response.status === 404 || offset === bytes.length ? null : offset
}

const objects = () => readdirSync(join(folder, 'images')).filter((name) => name !== '.vitrine')

it(`survives kill -9 at ${kills} random points of a PUT and a tus upload`, { timeout: 300_000 }, async () => {
  const began = Date.now()
  const active = [await createImage()]
  await put(active[0] as string)
  const longestMs = (Date.now() - began) * 1.5
  const points: string[] = []
  for (let round = 0; round < kills; round++) {
    const [plain, resumable] = [await createImage(), await createImage()]
    const upload = await createUpload(resumable)
    const sending = Promise.all([put(plain), patch(upload, 0)])
    const afterMs = Math.random() * longestMs
    await sleep(afterMs)
    await server.kill()
    await sending
    await start()

    const offset = await resume(upload, resumable)
    if (offset !== null) expect(await patch(upload, offset)).toBe(204)
    await expectIdentical(resumable)

    const { status } = await show(plain)
    points.push(`${afterMs.toFixed()} ms: PUT ${status}, tus at ${offset ?? 'its end'}`)
    expect(['queued', 'active']).toContain(status)
    active.push(resumable, ...(status === 'active' ? [plain] : []))
    expect(objects(), 'no orphan stays').toEqual(active.toSorted())
    if (status === 'queued') {
      expect((await call('GET', `/v2/images/${plain}/file`)).status, 'nothing partial is served').toBe(204)
      expect(await put(plain)).toBe(204)
    }
    await expectIdentical(plain)
    if (status === 'queued') active.push(plain)
    for (const name of ['incoming', 'uploads']) expect(readdirSync(join(folder, 'images/.vitrine', name))).toEqual([])
  }
  console.log(points.join('\n'))
})
