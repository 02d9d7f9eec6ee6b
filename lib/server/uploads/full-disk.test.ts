import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startUploadServer, type UploadServer } from '@/testing/upload-server'

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
  const bytes = new Uint8Array(12 * 1024 * 1024)
  const imageId = randomUUID()
  let server: UploadServer

  beforeAll(async () => {
    server = await startUploadServer({ datadir: disk })
    server.images.states.set(imageId, 'queued')
  })
  afterAll(() => server?.stop())

  function call(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>) {
    const all = { 'x-auth-token': 'project-a', 'tus-resumable': '1.0.0', ...headers }
    return fetch(new URL(path, server.url), { method, headers: all, ...(body && { body }) })
  }

  async function send(body: Uint8Array<ArrayBuffer>): Promise<number> {
    const metadata = `image_id ${Buffer.from(imageId).toString('base64')}`
    const created = await call('POST', '/uploads', { 'upload-length': `${body.length}`, 'upload-metadata': metadata })
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
    return (await call('PATCH', created.headers.get('location') ?? '', headers, body)).status
  }

  it('413, nothing stays on the disk, and the list says why', async () => {
    expect(await send(bytes)).toBe(413)
    expect(server.staged()).toEqual([])
    expect(readdirSync(disk)).toEqual(['.vitrine'])
    expect(server.images.states.get(imageId)).toBe('queued')
    const { uploads } = (await (await call('GET', '/api/uploads')).json()) as { uploads: unknown[] }
    expect(uploads).toMatchObject([{ image_id: imageId, state: 'failed', reason: expect.stringContaining('disk space') }])
  })

  it('takes an image that fits afterwards', async () => {
    expect(await send(bytes.subarray(0, 1024 * 1024))).toBe(204)
    expect(server.images.states.get(imageId)).toBe('active')
  })
})
