// How much longer the last page of a list takes than the first, with 100 projects of 10,000 images each.
// node bench/list-pages.mjs [projects, default 100] [images per project, default 10000] [connection, default SQLite]
// A connection is a URL as in [database] connection, of an empty database.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createConnection } from 'mysql2/promise'
import pg from 'pg'
import { manyImages } from '../testing/many-images.mjs'
import { startProductionServer } from '../testing/production-server.mjs'

const [projects = '100', imagesPerProject = '10000', given] = process.argv.slice(2)
const size = { projects: Number(projects), imagesPerProject: Number(imagesPerProject) }
const rounds = 9
const folder = mkdtempSync(join(tmpdir(), 'vitrine-pages-'))
const connection = given ?? `sqlite:///${join(folder, 'vitrine.sqlite')}`
const kind = connection.startsWith('sqlite') ? 'sqlite' : connection.startsWith('postgres') ? 'postgres' : 'mysql'
const config = join(folder, 'glance-api.conf')
writeFileSync(config, `[database]\nconnection = ${connection}\n`)

/** Runs statements on the database itself. */
async function execute(statements) {
  const url = connection.replace(/^(\w+)\+\w+:/, '$1:').replace(/^postgres:/, 'postgresql:')
  if (kind === 'sqlite') {
    const database = new Sqlite(connection.replace(/^sqlite:\/\/\//, ''))
    for (const statement of statements) database.exec(statement)
    return database.close()
  }
  const client = kind === 'mysql' ? await createConnection(url) : new pg.Client({ connectionString: url })
  if (kind === 'postgres') await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** Milliseconds for a page, and the page. */
async function timed(path, headers) {
  const taken = []
  let page
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    page = await (await fetch(server.url + path, { headers })).json()
    taken.push(performance.now() - began)
  }
  return { ms: median(taken), page }
}

/** The id after which the last page begins: the one after `fromEnd` images in the opposite order. */
async function beforeLast(query, headers, fromEnd) {
  const path = `/v2/images?${query.replace(/sort=(\w+):desc/, 'sort=$1:asc')}&limit=${fromEnd}`
  const { images } = await (await fetch(server.url + path, { headers })).json()
  return images.at(-1).id
}

const server = await startProductionServer({ dataFolder: folder, args: ['--config-file', config] })
try {
  const began = performance.now()
  const headers = { 'x-auth-token': await server.token() }
  await execute(manyImages(kind, size))
  console.log(
    `${size.projects * size.imagesPerProject} images in ${kind}, made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  for (const query of [
    'visibility=all',
    'visibility=all&owner=p0',
    'visibility=all&tag=common',
    'visibility=all&os_distro=debian',
  ]) {
    const sorted = `${query}&sort=created_at:desc`
    const first = await timed(`/v2/images?${sorted}`, headers)
    const marker = await beforeLast(sorted, headers, 30)
    const last = await timed(`/v2/images?${sorted}&marker=${marker}`, headers)
    const ratio = (last.ms / first.ms).toFixed(2)
    console.log(`${query.padEnd(34)} first ${first.ms.toFixed(1)} ms, last ${last.ms.toFixed(1)} ms, ratio ${ratio}`)
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
