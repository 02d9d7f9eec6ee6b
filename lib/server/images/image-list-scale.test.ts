import { CompiledQuery } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { listFilters, listSorts, manyImages } from '@/testing/many-images.mjs'
import { planOf, rowsRead, type WatchedDatabase, watch } from '@/testing/query-plans'
import { type ListParameters, readListParameters } from './image-list-parameters'
import { createImageListing, type ImageListing } from './image-list-repository'

const member = { projectId: 'p0', isAdmin: false }
const admin = { projectId: 'p9', isAdmin: true }
const limits = { limit_param_default: 25, api_limit_max: 1000 }
const size = { projects: 10, imagesPerProject: 2000 }
/** In the proportion to these 20,000 images that the usual reach has to a million. */
const reach = { few: 300, nearby: 500 }
/** What a page may read: two walks, and for each filter what it finds, count and all. A walk of the whole list reads more. */
const most = 8000

/** With what order a page begins to be read where it begins; by name the images of one project are sorted. */
const orders: [string, ListParameters, typeof member][] = [
  ['a project’s newest', {}, member],
  ['a project’s last changed', { sort: 'updated_at:desc' }, member],
  ['a project’s by name', { sort: 'name:desc' }, member],
  ['everybody’s newest', { visibility: 'all' }, admin],
  ['everybody’s by name', { visibility: 'all', sort: 'name:desc' }, admin],
  ['everybody’s by status upwards', { visibility: 'all', sort: 'status:asc' }, admin],
  ['everybody’s by format upwards', { sort: 'disk_format:asc' }, admin],
  ['everybody’s with a tag', { visibility: 'all', tag: 'common' }, admin],
]

describeOnDatabases('lists of many images', (on) => {
  let watched: WatchedDatabase
  let list: ImageListing

  beforeAll(async () => {
    for (const statement of manyImages(on.kind, size)) await on.database.db.executeQuery(CompiledQuery.raw(statement))
    watched = watch(on.database)
    list = createImageListing(watched.database, reach)
  }, 240_000)

  const page = async (parameters: ListParameters, viewer: typeof member) => {
    watched.taken()
    const images = await list(readListParameters(parameters, limits), viewer)
    return { ...images, queries: watched.taken() }
  }

  const cost = async ({ queries }: { queries: readonly CompiledQuery[] }) => {
    const rows = await Promise.all(queries.map((query) => rowsRead(watched.database, query)))
    return rows.reduce((sum, each) => sum + each, 0)
  }

  describe.each([
    ['a member', member],
    ['an administrator', admin],
  ] as const)('of %s', (_, viewer) => {
    it('no filter reads a whole table', async () => {
      for (const parameters of listFilters) {
        const { queries } = await page(parameters, viewer)
        const read = (await Promise.all(queries.map((query) => planOf(watched.database, query)))).flat()
        expect(read.length, JSON.stringify(parameters)).toBeGreaterThan(0)
        const whole = read.filter((table) => table.startsWith('SCAN') && !/ INDEX vitrine_/.test(table))
        expect(whole, JSON.stringify(parameters)).toEqual([])
      }
    })

    it('no filter walks the whole list, neither for the first page nor for the last', async () => {
      const costs: [number, string][] = []
      for (const parameters of listFilters) {
        costs.push([await cost(await page(parameters, viewer)), `first ${JSON.stringify(parameters)}`])
        const fromEnd = await page({ ...parameters, sort: 'created_at:asc,id:asc', limit: '26' }, viewer)
        const marker = fromEnd.images[25]?.id
        if (marker === undefined) continue
        costs.push([await cost(await page({ ...parameters, marker }, viewer)), `last ${JSON.stringify(parameters)}`])
      }
      expect(costs.filter(([rows]) => rows > most)).toEqual([])
    })
  })

  it('no order of everybody’s images reads more than a filter may', async () => {
    const costs: [number, string][] = []
    for (const parameters of listSorts) costs.push([await cost(await page(parameters, admin)), JSON.stringify(parameters)])
    expect(costs.filter(([rows]) => rows > most)).toEqual([])
  })

  it('a project’s images are not all read for a page of those that changed last', async () => {
    const sort = 'updated_at:desc'
    const lists: Record<string, string>[] = [{ sort }, { sort, visibility: 'private' }]
    for (const asked of lists) {
      expect(await cost(await page(asked, member)), JSON.stringify(asked)).toBeLessThan(1800)
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
    expect(await cost(end)).toBeLessThan((await cost(first)) * 2 + 200)
  })
})
