import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { TestDatabase } from '@/testing/describe-on-databases'
import { newDraft } from './image-draft'
import { readListParameters } from './image-list-parameters'
import { createImageRepository, type ImageRepository, type NewImage } from './image-repository'
import { timestampNow } from './image-rows'

const member = { projectId: 'p1', isAdmin: false }
const stranger = { projectId: 'p2', isAdmin: false }
const admin = { projectId: 'p9', isAdmin: true }
const limits = { limit_param_default: 25, api_limit_max: 1000 }
const noChanges = { attributes: {}, setProperties: {}, removeProperties: [], addTags: [], removeTags: [] }
const facts = {
  size: 2 ** 40,
  virtualSize: 2 ** 41,
  checksum: 'c'.repeat(32),
  osHashAlgo: 'sha512',
  osHashValue: 'd'.repeat(128),
}

/** What every database must do for images. */
export function imageRepositoryContract(on: TestDatabase) {
  let images: ImageRepository
  const make = async (fields: Partial<NewImage> = {}): Promise<string> => {
    const id = fields.id ?? randomUUID()
    await images.create({ ...newDraft('p1').attributes, tags: [], properties: {}, ...fields, id })
    return id
  }
  const listed = async (parameters: Record<string, string | string[]> = {}, viewer = member) =>
    (await images.list(readListParameters(parameters, limits), viewer)).images.map(({ id, name }) => name ?? id)
  const share = async (id: string, status: string) =>
    on.database.db
      .insertInto('image_members')
      .values({ image_id: id, member: 'p2', status, can_share: false, created_at: timestampNow(on.kind), deleted: false })
      .execute()

  beforeAll(() => {
    images = createImageRepository(on.database)
  })
  beforeEach(async () => {
    const { db } = on.database
    for (const table of ['image_tags', 'image_properties', 'image_locations', 'image_members', 'images'] as const) {
      await db.deleteFrom(table).execute()
    }
  })

  it('gives back what it was given', async () => {
    const attributes = {
      ...newDraft('p1').attributes,
      name: 'Ä 🐧',
      hidden: true,
      protected: true,
      diskFormat: 'raw',
      minDisk: 3,
    }
    const id = await make({ ...attributes, tags: ['b', 'a'], properties: { os_distro: 'debian', Case: '1', case: '2' } })
    const image = await images.find(id)
    expect(image).toMatchObject({ ...attributes, id, status: 'queued', size: null, locations: [] })
    expect(image?.properties).toEqual({ os_distro: 'debian', Case: '1', case: '2' })
    expect(image?.tags.toSorted()).toEqual(['a', 'b'])
    expect(Math.abs(Date.now() - Number(image?.createdAt))).toBeLessThan(10_000)
  })

  it('takes an id only once, also after deletion', async () => {
    const id = await make()
    await expect(make({ id })).rejects.toMatchObject({ kind: 'conflict' })
    await images.remove(id)
    await expect(make({ id })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await images.find(id)).toBeNull()
  })

  it('keeps nothing of a creation that fails', async () => {
    const id = randomUUID()
    await expect(make({ id, tags: [null as never] })).rejects.toThrow(/null/i)
    expect(await images.find(id)).toBeNull()
  })

  it.runIf(on.kind === 'mysql')('says that an old table cannot keep emoji', async () => {
    const database = await on.create()
    await sql`alter table image_tags modify value varchar(255) character set utf8mb3 not null`.execute(database.db)
    const old = createImageRepository(database)
    const image = { ...newDraft('p1').attributes, id: randomUUID(), tags: ['🐧'], properties: {} }
    await expect(old.create(image)).rejects.toMatchObject({ kind: 'badRequest' })
  })

  it('changes only what is said', async () => {
    const id = await make({ name: 'a', properties: { keep: '1', drop: '2', over: '3' }, tags: ['keep', 'drop'] })
    await images.change(id, {
      attributes: { name: 'b', hidden: true },
      setProperties: { over: '4', fresh: '5' },
      removeProperties: ['drop'],
      addTags: ['fresh', 'keep'],
      removeTags: ['drop'],
    })
    const image = await images.find(id)
    expect(image).toMatchObject({ name: 'b', hidden: true, visibility: 'shared' })
    expect(image?.properties).toEqual({ keep: '1', over: '4', fresh: '5' })
    expect(image?.tags.toSorted()).toEqual(['fresh', 'keep'])
  })

  it('revives a property that was deleted', async () => {
    const id = await make({ properties: { a: '1' } })
    await images.change(id, { ...noChanges, removeProperties: ['a'] })
    expect((await images.find(id))?.properties).toEqual({})
    await images.change(id, { ...noChanges, setProperties: { a: '2' } })
    expect((await images.find(id))?.properties).toEqual({ a: '2' })
  })

  it('refuses a change of what is gone or elsewhere', async () => {
    const id = await make()
    await expect(images.change(id, { ...noChanges, onlyIn: ['importing'] })).rejects.toMatchObject({ kind: 'conflict' })
    const seen = (unmodifiedSince: Date) => images.change(id, { ...noChanges, unmodifiedSince })
    await expect(seen(new Date('2026-01-01T00:00:00Z'))).rejects.toMatchObject({ kind: 'preconditionFailed' })
    await seen(new Date(`${(await images.find(id))?.updatedAt.toISOString().slice(0, 19)}Z`))
    await images.remove(id)
    await expect(images.change(id, noChanges)).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('lets one of two uploads win', async () => {
    const id = await make()
    const moves = [1, 2].map(() => images.move({ id, status: 'queued' }, 'saving'))
    const outcomes = await Promise.allSettled(moves)
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } })
  })

  it('keeps several locations apart, and never loses the last', async () => {
    const id = await make()
    const at = (url: string) => ({ url, metadata: { store: 'fast' } })
    const active = { id, onlyIn: ['active'] as const }
    await expect(images.addLocation(active, at('file:///a'))).rejects.toMatchObject({ kind: 'conflict' })
    await images.move({ id, status: 'queued' }, 'active', { location: at('file:///a') })
    await images.addLocation(active, at('file:///b'))
    await expect(images.addLocation(active, at('file:///b'))).rejects.toMatchObject({ kind: 'conflict' })
    const [a, b] = (await images.locationsOf(id)) ?? []
    expect([a?.url, b?.url]).toEqual(['file:///a', 'file:///b'])
    const outcomes = await Promise.allSettled([a, b].map((location) => images.removeLocation(active, location?.id ?? 0)))
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await images.locationsOf(id)).toHaveLength(1)
    expect(await images.locationsOf(randomUUID())).toBeNull()
  })
  it('changes an image and its locations together, or neither', async () => {
    const id = await make({ name: 'before' })
    const at = (url: string) => ({ url, metadata: {} })
    const change = (name: string, locations: object, onlyIn: 'queued' | 'active' = 'active') =>
      images.change(id, {
        ...{ ...noChanges, attributes: { name }, onlyIn: [onlyIn] },
        locations: { status: 'active', facts: {}, ...locations },
      })
    await change('first', { add: [at('file:///a'), at('file:///b')], facts }, 'queued')
    const image = await images.find(id)
    expect(image).toMatchObject({ ...facts, name: 'first', status: 'active', locations: [at('file:///a'), at('file:///b')] })
    const [a, b] = (image?.locations ?? []).map((location) => location.id)
    await expect(change('second', {}, 'queued')).rejects.toMatchObject({ kind: 'conflict' })
    await expect(change('second', { add: [at('file:///b')] })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(change('second', { remove: [0] })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(change('second', { remove: [a, b] })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await images.find(id)).toMatchObject({ name: 'first', locations: [{ id: a }, { id: b }] })
    await change('third', { add: [at('file:///c')], remove: [a], setMetadata: [{ id: b, metadata: { store: 'slow' } }] })
    const changed = [{ id: b, metadata: { store: 'slow' } }, at('file:///c')]
    expect(await images.find(id)).toMatchObject({ name: 'third', ...facts, locations: changed })
  })
  it('notes hashes that were found out later, of an image with data only', async () => {
    const id = await make()
    const hashes = { checksum: 'a'.repeat(32), osHashAlgo: 'sha512', osHashValue: 'b'.repeat(128) }
    await images.setHashes(id, hashes)
    expect((await images.find(id))?.checksum).toBeNull()
    await images.move({ id, status: 'queued' }, 'active')
    await images.setHashes(id, hashes)
    expect(await images.find(id)).toMatchObject(hashes)
  })
  it('becomes active with facts and location in one step', async () => {
    const location = { url: 'file:///x', metadata: { store: 'fast' } }
    const id = await make()
    await images.move({ id, status: 'queued' }, 'saving')
    await images.move({ id, status: 'saving' }, 'active', { ...facts, location })
    expect(await images.find(id)).toMatchObject({ status: 'active', ...facts, locations: [{ ...location, status: 'active' }] })
    expect(await images.hasData(id)).toBe(true)
    expect(await images.remove(id)).toMatchObject([location])
    expect(await images.hasData(id)).toBe(false)
    expect(await images.remove(id)).toBeNull()
  })

  it('says that an image is gone when it was deleted during its upload', async () => {
    const id = await make()
    await images.move({ id, status: 'queued' }, 'saving')
    await images.remove(id)
    await expect(images.move({ id, status: 'saving' }, 'active')).rejects.toMatchObject({ kind: 'gone' })
    expect(await images.hasData(randomUUID())).toBeNull()
  })

  it('knows no move that the status machine lacks', async () => {
    const id = await make()
    await expect(images.move({ id, status: 'queued' }, 'deactivated')).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('does not delete what is protected', async () => expect(await images.remove(await make({ protected: true }))).toBeNull())

  it('finds interrupted uploads', async () => {
    const id = await make()
    await images.move({ id, status: 'queued' }, 'saving')
    expect(await images.idsOf('saving')).toEqual([id])
  })

  it('pages without gaps or repetitions in every order, nulls first', async () => {
    const names = ['b', null, 'a', 'a', null, 'c', 'b']
    for (const name of names) await make({ name })
    const all = async (sort: string) => {
      const ids: string[] = []
      for (let more = true; more; ) {
        const marker = ids.at(-1)
        const query = readListParameters({ sort, limit: '2', ...(marker !== undefined && { marker }) }, limits)
        const page = await images.list(query, member)
        ids.push(...page.images.map(({ id }) => id))
        more = page.more
      }
      expect(new Set(ids).size).toBe(names.length)
      return Promise.all(ids.map(async (id) => (await images.find(id))?.name))
    }
    expect(await all('name:asc')).toEqual([null, null, 'a', 'a', 'b', 'b', 'c'])
    expect(await all('name:desc')).toEqual(['c', 'b', 'b', 'a', 'a', null, null])
    await all('created_at:asc,size:desc')
  })

  it('refuses a marker that the viewer cannot see', async () => {
    const id = await make({ visibility: 'private' })
    await expect(listed({ marker: id }, stranger)).rejects.toMatchObject({ kind: 'badRequest' })
    await expect(listed({ marker: 'unknown' })).rejects.toMatchObject({ kind: 'badRequest' })
  })

  it('shows each viewer what section 14.3 says', async () => {
    for (const visibility of ['private', 'shared', 'community', 'public'] as const) await make({ name: visibility, visibility })
    await share(await make({ name: 'accepted' }), 'accepted')
    await share(await make({ name: 'pending' }), 'pending')
    await make({ name: 'ownerless', owner: null })
    await make({ name: 'hidden', hidden: true })
    const of = async (parameters: Record<string, string>, viewer = member) => (await listed(parameters, viewer)).toSorted()
    expect(await of({})).toEqual(['accepted', 'community', 'pending', 'private', 'public', 'shared'])
    expect(await of({}, stranger)).toEqual(['accepted', 'public'])
    expect(await of({}, admin)).toEqual(['accepted', 'ownerless', 'pending', 'private', 'public', 'shared'])
    expect(await of({ visibility: 'all' }, stranger)).toEqual(['accepted', 'community', 'public'])
    expect(await of({ visibility: 'community' }, stranger)).toEqual(['community'])
    expect(await of({ visibility: 'shared' }, stranger)).toEqual(['accepted'])
    expect(await of({ visibility: 'private' }, stranger)).toEqual([])
    expect(await of({ visibility: '' })).toEqual([])
    expect(await of({ member_status: 'pending' }, stranger)).toEqual(['pending', 'public'])
    expect(await of({ member_status: 'all', visibility: 'shared' }, stranger)).toEqual(['accepted', 'pending'])
    expect(await of({ visibility: 'all' }, admin)).toHaveLength(7)
    expect(await of({ os_hidden: 'TRUE' })).toEqual(['hidden'])
    expect(await of({ owner: 'p1' }, stranger)).toEqual(['accepted', 'public'])
  })

  it('filters by everything that an image has', async () => {
    const a = await make({ name: 'a:b', diskFormat: 'raw', minDisk: 2, tags: ['x', 'y'], properties: { color: 'red' } })
    await make({ name: 'c,d', diskFormat: 'qcow2', protected: true, tags: ['x'], properties: { color: 'blue' } })
    await images.move({ id: a, status: 'queued' }, 'active', facts)
    const expectations: [Record<string, string | string[]>, string[]][] = [
      [{ name: 'a:b' }, ['a:b']],
      [{ name: 'eq:a:b' }, ['a:b']],
      [{ name: 'in:"c,d",a:b' }, ['a:b', 'c,d']],
      [{ id: a }, ['a:b']],
      [{ status: 'in:active,saving' }, ['a:b']],
      [{ status: 'bogus' }, []],
      [{ disk_format: 'qcow2' }, ['c,d']],
      [{ size_min: '1' }, ['a:b']],
      [{ size_max: '1' }, []],
      [{ size: String(facts.size) }, ['a:b']],
      [{ size: 'many' }, []],
      [{ min_disk_min: '1' }, ['a:b']],
      [{ min_disk: '99999999999999' }, []],
      [{ checksum: facts.checksum }, ['a:b']],
      [{ protected: 'true' }, ['c,d']],
      [{ tag: ['x', 'y'] }, ['a:b']],
      [{ tag: 'x' }, ['a:b', 'c,d']],
      [{ color: 'blue' }, ['c,d']],
      [{ is_public: 'True' }, []],
      [{ created_at: 'gte:2020-01-01T00:00:00Z' }, ['a:b', 'c,d']],
      [{ created_at: 'lt:2020-01-01' }, []],
      [{ created_at: ['gte:2020-01-01', 'lt:2021-01-01'] }, []],
      [{ created_at: ['gte:2020-01-01', 'lt:2999-01-01'] }, ['a:b', 'c,d']],
      [{ updated_at: `eq:${(await images.find(a))?.updatedAt.toISOString().slice(0, 19)}Z`, color: 'red' }, ['a:b']],
    ]
    for (const [parameters, names] of expectations) {
      expect((await listed(parameters)).toSorted(), JSON.stringify(parameters)).toEqual(names)
    }
  })

  it('takes two double quotes of a list for one of the value', async () => {
    for (const name of ['a"b', '"', 'c']) await make({ name })
    expect((await listed({ name: 'in:"a""b","""",c' })).toSorted()).toEqual(['"', 'a"b', 'c'])
    await expect(listed({ name: 'in:"a"b","c"' })).rejects.toMatchObject({ kind: 'badRequest' })
  })
}
