// How long the first and the last page of a list take, for each filter and order, with 100 projects of 10,000 images each.
// node bench/list-pages.mjs [projects, default 100] [images per project, default 10000] [connection, default SQLite]
// A connection is a URL as in [database] connection, of an empty database.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createConnection } from 'mysql2/promise'
import pg from 'pg'
import { listFilters, listSorts, manyImages } from '../testing/many-images.mjs'
import { startProductionServer } from '../testing/production-server.mjs'
import { pageTimes } from './page-times.mjs'
import { createMember } from './project-member.mjs'

const [projects = '100', imagesPerProject = '10000', given] = process.argv.slice(2)
const size = { projects: Number(projects), imagesPerProject: Number(imagesPerProject) }
const folder = mkdtempSync(join(tmpdir(), 'vitrine-pages-'))
const connection = given ?? `sqlite:///${join(folder, 'vitrine.sqlite')}`
const kind = connection.startsWith('sqlite') ? 'sqlite' : connection.startsWith('postgres') ? 'postgres' : 'mysql'
const config = join(folder, 'glance-api.conf')
writeFileSync(config, `[database]\nconnection = ${connection}\n`)

/** Runs statements on the database itself, all in one transaction where it is SQLite's. */
async function execute(statements) {
  const url = connection.replace(/^(\w+)\+\w+:/, '$1:').replace(/^postgres:/, 'postgresql:')
  if (kind === 'sqlite') {
    const database = new Sqlite(connection.replace(/^sqlite:\/\/\//, ''))
    // The indexes of a million images are written at random places: in memory, where they fit into it.
    for (const statement of ['pragma cache_size = -2000000', 'begin', ...statements, 'commit']) database.exec(statement)
    return database.close()
  }
  const client = kind === 'mysql' ? await createConnection(url) : new pg.Client({ connectionString: url })
  if (kind === 'postgres') await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const server = await startProductionServer({ dataFolder: folder, args: ['--config-file', config] })
try {
  const admin = await server.token()
  const member = await createMember(server.url, admin)
  const began = performance.now()
  await execute(manyImages(kind, { ...size, first: member.projectId }))
  // SQLite has kept this process from seeing that the server closed its idle connections.
  await new Promise((resolve) => setTimeout(resolve, 100))
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(`${size.projects * size.imagesPerProject} images in ${kind}, made in ${seconds} s\n`)
  console.log('| Who | Filter | First page, ms | Last page, ms | Ratio |\n|---|---|---|---|---|')
  const viewers = { member: member.token, admin }
  for (const [name, token] of Object.entries(viewers)) {
    const asked = { url: server.url, headers: { 'x-auth-token': token }, filters: [...listFilters, ...listSorts] }
    for await (const { filter, first, last, long } of pageTimes(asked)) {
      const query = decodeURIComponent(new URLSearchParams(filter).toString()) || '(none)'
      const end = long ? `${last.toFixed(1)} | ${(last / first).toFixed(2)}` : 'the same |'
      console.log(`| ${name} | \`${query}\` | ${first.toFixed(1)} | ${end} |`)
    }
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
