import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startUploadServer, type UploadServer } from '@/testing/upload-server'

const mib = 1024 * 1024
const disk = mkdtempSync(join(tmpdir(), 'vitrine-disk-'))
const mounted = mount()

function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

afterAll(() => {
  if (mounted) execFileSync('umount', [disk])
  rmSync(disk, { recursive: true })
})

describe.skipIf(!mounted)('a tus upload to a disk of 8 MiB', () => {
  const bytes = randomBytes(6 * mib)
  const sha512 = createHash('sha512').update(bytes).digest('hex')
  const imageId = randomUUID()
  const neighbour = join(disk, 'neighbour')
  let server: UploadServer

  beforeAll(async () => {
    server = await startUploadServer({ datadir: disk, quota: 40 * mib })
    server.images.states.set(imageId, 'queued')
  })
  afterAll(() => server?.stop())

  function call(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>) {
    const all = { 'x-auth-token': 'project-a', 'tus-resumable': '1.0.0', ...headers }
    return fetch(new URL(path, server.url), { method, headers: all, ...(body && { body }) })
  }

  function begin(size: number) {
    const metadata = `image_id ${Buffer.from(imageId).toString('base64')}`
    return call('POST', '/uploads', { 'upload-length': `${size}`, 'upload-metadata': metadata })
  }

  async function send(url: string, offset: number): Promise<number> {
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': `${offset}` }
    return (await call('PATCH', url, headers, bytes.subarray(offset))).status
  }

  it('413 before a byte is sent that would not fit, and nothing stays', async () => {
    expect((await begin(12 * mib)).status).toBe(413)
    expect(server.staged()).toEqual([])
    expect(await (await call('GET', '/api/uploads')).json()).toEqual({ uploads: [] })
  })

  it.each([
    [6 * mib, { short_of: null, room: null, reason: null }],
    [12 * mib, { short_of: 'disk', room: null, reason: expect.stringContaining('disk space') }],
    [48 * mib, { short_of: 'quota', room: 40 * mib, reason: expect.stringContaining('storage quota') }],
    [80 * mib, { short_of: 'size', room: 64 * mib, reason: `An image can have ${64 * mib} bytes at most.` }],
  ])('says beforehand whether %d bytes find room', async (size, answer) => {
    expect(await (await call('GET', `/api/uploads/room?size=${size}`)).json()).toEqual(answer)
  })

  it('413 when the disk fills up in the middle: what came stays, and the rest follows when there is room again', async () => {
    const url = (await begin(bytes.length)).headers.get('location') as string
    writeFileSync(neighbour, Buffer.alloc(5 * mib))
    expect(await send(url, 0)).toBe(413)
    expect(server.images.states.get(imageId)).toBe('queued')
    const { uploads } = (await (await call('GET', '/api/uploads')).json()) as { uploads: unknown[] }
    expect(uploads).toMatchObject([{ image_id: imageId, state: 'receiving', reason: expect.stringContaining('disk space') }])
    const offset = Number((await call('HEAD', url)).headers.get('upload-offset'))
    expect(offset).toBeGreaterThan(mib)

    expect(await send(url, offset), 'still full').toBe(413)
    expect(Number((await call('HEAD', url)).headers.get('upload-offset'))).toBe(offset)
    rmSync(neighbour)
    expect(await send(url, offset)).toBe(204)
    expect(server.images.states.get(imageId)).toBe('active')
    expect(server.images.stored.get(imageId)).toMatchObject({ size: bytes.length, osHashValue: sha512 })
    expect(server.staged()).toEqual([])
  })
})
