import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type DatabaseServer, databaseServers } from '@/testing/database-servers'
import { freePort } from '@/testing/free-port.mjs'
import { type BundledServer, bundleServer, type ServerProcess } from '@/testing/server-process'

const mariadb = databaseServers.find(({ kind }) => kind === 'mysql')

interface Node extends ServerProcess {
  /** Where it stages data. */
  staging: string
}

describe.skipIf(!mariadb || mariadb.missing)('two nodes on one MariaDB', () => {
  let database: DatabaseServer
  let bundle: BundledServer
  const configs: string[] = []
  let first: Node
  let second: Node

  /** A node with a staging area of its own, a folder of images that both have, and the database. */
  async function startNode(connection: string, images: string): Promise<Node> {
    const port = await freePort()
    const config = writeConfig(
      `[DEFAULT]\nworker_self_reference_url = http://127.0.0.1:${port}
[database]\nconnection = ${connection}\n[glance_store]\nfilesystem_store_datadir = ${images}\n`,
    )
    configs.push(config)
    const data = dirname(config)
    const server = await bundle.start({ VITRINE_DATA: data, VITRINE_PORT: `${port}` }, ['--config-file', config])
    return { ...server, staging: join(data, 'staging') }
  }

  beforeAll(async () => {
    if (!mariadb) return
    bundle = await bundleServer('two-nodes')
    database = await mariadb.start()
    const connection = await database.createEmpty()
    const shared = writeConfig('')
    configs.push(shared)
    const images = join(dirname(shared), 'images')
    first = await startNode(connection, images)
    second = await startNode(connection, images)
  }, 120_000)
  afterAll(async () => {
    await first?.kill()
    await second?.kill()
    await database?.stop()
    await bundle?.remove()
    for (const config of configs) removeConfig(config)
  })

  function call(node: Node, method: string, path: string, body?: unknown) {
    const type = typeof body === 'string' ? 'application/octet-stream' : 'application/json'
    const headers = { 'x-auth-token': first.token, ...(body !== undefined && { 'content-type': type }) }
    const content = typeof body === 'string' ? body : JSON.stringify(body)
    return fetch(node.url + path, { method, headers, ...(body !== undefined && { body: content }) })
  }

  async function staged(): Promise<string> {
    const created = await call(first, 'POST', '/v2/images', { disk_format: 'raw', container_format: 'bare' })
    const { id } = (await created.json()) as { id: string }
    expect((await call(first, 'PUT', `/v2/images/${id}/stage`, 'staged bytes')).status).toBe(204)
    return id
  }

  const show = async (id: string) => (await (await call(second, 'GET', `/v2/images/${id}`)).json()) as Record<string, unknown>
  const filesOf = (node: Node) => readdirSync(node.staging).filter((name) => !name.startsWith('.'))

  it('what is staged at one is imported by the other one’s word', async () => {
    const id = await staged()
    expect(filesOf(second)).toEqual([])
    expect(await show(id)).toMatchObject({ status: 'uploading', size: 12 })
    expect((await call(second, 'POST', `/v2/images/${id}/import`, { method: { name: 'glance-direct' } })).status).toBe(202)
    await expect.poll(async () => (await show(id)).status).toBe('active')
    expect(await (await call(second, 'GET', `/v2/images/${id}/file`)).text()).toBe('staged bytes')
    expect(filesOf(first)).toEqual([])
  })
  it('what is staged at one is deleted by the other one’s word', async () => {
    const id = await staged()
    expect(filesOf(first)).toEqual([id])
    expect((await call(second, 'DELETE', `/v2/images/${id}`)).status).toBe(204)
    expect([filesOf(first), (await call(second, 'GET', `/v2/images/${id}`)).status]).toEqual([[], 404])
  })
  it('504 once the one is away', async () => {
    const id = await staged()
    await first.kill()
    expect((await call(second, 'DELETE', `/v2/images/${id}`)).status).toBe(504)
    expect((await call(second, 'POST', `/v2/images/${id}/import`, { method: { name: 'glance-direct' } })).status).toBe(504)
    expect(await show(id)).toMatchObject({ status: 'uploading' })
  })
})
