import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseServer, databaseServers } from '@/testing/database-servers'
import { listFilters, manyImages } from '@/testing/many-images.mjs'
import { planOf, rowsRead, type WatchedDatabase, watch } from '@/testing/query-plans'
import { type ListParameters, readListParameters } from './image-list-parameters'
import { createImageListing, type ImageListing } from './image-list-repository'

const member = { projectId: 'p0', isAdmin: false }
const admin = { projectId: 'p9', isAdmin: true }
const limits = { limit_param_default: 25, api_limit_max: 1000 }
const size = { projects: 10, imagesPerProject: 2000 }

/** With what order a page begins to be read where it begins; by name the images of one project are sorted. */
const orders: [string, ListParameters, typeof member][] = [
  ['a project’s newest', {}, member],
  ['a project’s by name', { sort: 'name:desc' }, member],
  ['everybody’s newest', { visibility: 'all' }, admin],
  ['everybody’s by name', { visibility: 'all', sort: 'name:desc' }, admin],
  ['everybody’s with a tag', { visibility: 'all', tag: 'common' }, admin],
]

describe.each(databaseServers)('lists of many images on $kind', ({ kind, missing, start }) => {
  if (missing) return it.skip(missing)
  let server: DatabaseServer
  let watched: WatchedDatabase
  let list: ImageListing

  beforeAll(async () => {
    server = await start()
    const database = await server.create()
    for (const statement of manyImages(kind, size)) await database.db.executeQuery(CompiledQuery.raw(statement))
    watched = watch(database)
    list = createImageListing(watched.database)
  }, 240_000)
  afterAll(() => server?.stop())

  const page = async (parameters: ListParameters, viewer: typeof member) => {
    watched.taken()
    const images = await list(readListParameters(parameters, limits), viewer)
    return { ...images, queries: watched.taken() }
  }

  it.each([
    ['a member', member],
    ['an administrator', admin],
  ] as const)('no filter of %s reads a whole table', async (_, viewer) => {
    for (const parameters of listFilters) {
      const { queries } = await page(parameters, viewer)
      const read = (await Promise.all(queries.map((query) => planOf(watched.database, query)))).flat()
      expect(read.length, JSON.stringify(parameters)).toBeGreaterThan(0)
      const whole = read.filter((table) => table.startsWith('SCAN') && !table.includes('USING INDEX vitrine_'))
      expect(whole, JSON.stringify(parameters)).toEqual([])
    }
  })

  it.each(orders)('the last page of %s costs what the first does', async (_, parameters, viewer) => {
    const first = await page(parameters, viewer)
    let last = first
    // Pages of a thousand lead to the end.
    while (last.more) last = await page({ ...parameters, limit: '1000', marker: last.images.at(-1)?.id ?? '' }, viewer)
    const marker = last.images.at(-27)?.id ?? ''
    const end = await page({ ...parameters, marker }, viewer)
    expect(end.images).toHaveLength(25)
    if (kind === 'sqlite') {
      // It counts no rows, but says whether it goes to where the page begins.
      const read = await Promise.all(end.queries.map((query) => planOf(watched.database, query)))
      expect(read.flat().filter((table) => !table.startsWith('SEARCH'))).toEqual([])
      return
    }
    const cost = async ({ queries }: typeof first) => {
      const counts = await Promise.all(queries.map((query) => rowsRead(watched.database, query)))
      return counts.reduce((sum, count) => sum + count, 0)
    }
    expect(await cost(end)).toBeLessThan((await cost(first)) * 2 + 200)
  })
})
