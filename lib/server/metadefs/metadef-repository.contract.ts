import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { NamespaceDefinition } from '@/lib/contract/metadefs'
import type { TestDatabase } from '@/testing/describe-on-databases'
import { loadDefinitions } from './definition-loading'
import type { Namespace, NamespaceAttributes, NamespaceContents } from './metadef'
import { createMetadefRepository, type MetadefRepository } from './metadef-repository'
import type { NamespaceQuery } from './namespace-repository'
import { ownDefinitions } from './own-definitions'

const attributes: NamespaceAttributes = {
  name: 'N',
  displayName: null,
  description: null,
  visibility: 'private',
  protected: false,
  owner: 'p1',
}
const schema = { title: 'P', type: 'string', default: 'ä 🐧' } as const
const contents: NamespaceContents = {
  associations: [{ name: 'T1', prefix: 'hw_', propertiesTarget: 'image' }],
  properties: [{ name: 'p', schema }],
  objects: [{ name: 'o', description: null, required: ['a', 'b'], properties: { a: schema } }],
  tags: [{ name: 't' }],
}
const empty: NamespaceContents = { associations: [], properties: [], objects: [], tags: [] }
const query: NamespaceQuery = {
  marker: null,
  limit: 10,
  sortKey: 'created_at',
  direction: 'desc',
  visibility: null,
  resourceTypes: null,
}
const admin = { projectId: 'p9', isAdmin: true }

/** What every database must do for metadata definitions. */
export function metadefRepositoryContract(on: TestDatabase) {
  let metadefs: MetadefRepository
  const add = async (fields: Partial<NamespaceAttributes> = {}, held = empty) =>
    metadefs.addWhole({ ...attributes, ...fields }, held)
  const found = async (name: string) => (await metadefs.namespaces.find(name)) as Namespace
  const listed = async (asked: Partial<NamespaceQuery> = {}, viewer: Parameters<typeof metadefs.namespaces.list>[1] = admin) =>
    (await metadefs.namespaces.list({ ...query, ...asked }, viewer)).map(({ name }) => name)

  beforeAll(() => {
    metadefs = createMetadefRepository(on.database)
  })
  beforeEach(async () => {
    for (const namespace of await metadefs.namespaces.list({ ...query, limit: 1000 }, admin))
      await metadefs.removeWhole(namespace, { evenProtected: true })
  })

  it('gives back what it was given', async () => {
    const all = {
      ...attributes,
      displayName: 'Ä 🐧',
      description: 'x'.repeat(500),
      visibility: 'public',
      protected: true,
    } as const
    await add(all, contents)
    const whole = await metadefs.whole(await found('N'))
    expect(whole).toMatchObject(all)
    expect(whole.associations).toMatchObject(contents.associations)
    expect(whole.properties).toMatchObject(contents.properties)
    expect(whole.objects).toMatchObject(contents.objects)
    expect(whole.tags).toMatchObject(contents.tags)
    expect(Math.abs(Date.now() - Number(whole.createdAt))).toBeLessThan(10_000)
  })

  it('takes a name once, and leaves nothing of what fails', async () => {
    await add()
    await expect(add()).rejects.toMatchObject({ kind: 'conflict' })
    const twice = { ...contents, tags: [{ name: 't' }, { name: 't' }] }
    await expect(add({ name: 'Half' }, twice)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await metadefs.namespaces.find('Half')).toBeNull()
  })

  it('changes, and refuses a name that is taken or a namespace that is gone', async () => {
    await add()
    await add({ name: 'M' })
    const { id } = await found('N')
    await metadefs.namespaces.change(id, { ...attributes, name: 'Renamed', protected: true })
    expect(await found('Renamed')).toMatchObject({ id, protected: true })
    await expect(metadefs.namespaces.change(id, { ...attributes, name: 'M' })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(metadefs.namespaces.change(-1, attributes)).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('removes all that a namespace holds, but nothing of a protected one', async () => {
    await add({ protected: true }, contents)
    const namespace = await found('N')
    await expect(metadefs.removeWhole(namespace)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await metadefs.whole(namespace)).tags).toHaveLength(1)
    await metadefs.removeWhole(namespace, { evenProtected: true })
    expect(await metadefs.namespaces.isEmpty()).toBe(true)
    await expect(metadefs.removeWhole(namespace)).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('says that the namespace is gone to who adds to it', async () => {
    await expect(metadefs.tags.add(-1, [{ name: 't' }])).rejects.toMatchObject({ kind: 'notFound' })
    await expect(metadefs.associations.add(-1, contents.associations)).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('leaves nothing behind when others add to what is being removed', async () => {
    await add()
    const namespace = await found('N')
    const adding = [...Array(8)].map((_, i) => metadefs.tags.add(namespace.id, [{ name: `t${i}` }]))
    const removal = metadefs.removeWhole(namespace)
    for (const outcome of await Promise.allSettled(adding))
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'notFound' })
    await removal
    expect(await metadefs.tags.list(namespace.id)).toEqual([])
  })

  it('keeps parts by name', async () => {
    await add({}, contents)
    const { id } = await found('N')
    await expect(metadefs.tags.add(id, [{ name: 'u' }, { name: 't' }])).rejects.toMatchObject({ kind: 'conflict' })
    expect(await metadefs.tags.find(id, 'u')).toBeNull()
    expect(await metadefs.tags.change(id, 't', { name: 'z' })).toBe(true)
    expect(await metadefs.tags.change(id, 't', { name: 'z' })).toBe(false)
    await metadefs.tags.replaceAll(id, [{ name: 'b' }, { name: 'a' }])
    expect((await metadefs.tags.list(id)).map(({ name }) => name)).toEqual(['b', 'a'])
    expect([await metadefs.tags.remove(id, 'a'), await metadefs.tags.remove(id, 'a')]).toEqual([true, false])
    await metadefs.tags.removeAll(id)
    expect(await metadefs.tags.list(id)).toEqual([])
  })

  it('associates once with each type, which stays known', async () => {
    await add({}, contents)
    const { id } = await found('N')
    await expect(metadefs.associations.add(id, contents.associations)).rejects.toMatchObject({ kind: 'conflict' })
    expect([await metadefs.associations.remove(id, 'T1'), await metadefs.associations.remove(id, 'T1')]).toEqual([true, false])
    await metadefs.associations.add(id, [{ name: 'T1', prefix: null, propertiesTarget: null }])
    expect((await metadefs.associations.resourceTypes()).filter(({ name }) => name === 'T1')).toHaveLength(1)
  })

  it('lists what a viewer may see', async () => {
    await add({ name: 'A' })
    await add({ name: 'B', owner: 'p2' }, contents)
    await add({ name: 'C', owner: 'p2', visibility: 'public' })
    expect(await listed()).toEqual(['C', 'B', 'A'])
    expect(await listed({}, { projectId: 'p1', isAdmin: false })).toEqual(['C', 'A'])
    expect(await listed({}, { projectId: null, isAdmin: false })).toEqual(['C'])
    expect(await listed({ visibility: 'private' })).toEqual(['B', 'A'])
    expect(await listed({ resourceTypes: ['T1', 'nope'] })).toEqual(['B'])
  })

  it('goes on after each namespace in every order', async () => {
    for (const [i, name] of ['B', 'D', 'A', 'C'].entries())
      await add({ name, displayName: i < 2 ? null : name, protected: i % 2 === 0, visibility: i === 1 ? 'public' : 'private' })
    const keys = ['id', 'created_at', 'updated_at', 'namespace', 'display_name', 'owner', 'visibility', 'protected'] as const
    for (const sortKey of keys) {
      for (const direction of ['asc', 'desc'] as const) {
        const whole = await listed({ sortKey, direction })
        expect(whole).toHaveLength(4)
        for (const [i, name] of whole.entries())
          expect(await listed({ sortKey, direction, marker: await found(name) })).toEqual(whole.slice(i + 1))
      }
    }
    expect(await listed({ sortKey: 'display_name', direction: 'asc' })).toEqual(['B', 'D', 'A', 'C'])
  })

  it('loads Vitrine’s own definitions', async () => {
    const outcomes = await loadDefinitions(metadefs, ownDefinitions(), 'keep')
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['created']))
    const again = await loadDefinitions(metadefs, ownDefinitions(), 'overwrite')
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['replaced']))
    expect(await listed({ limit: 1000 })).toHaveLength(ownDefinitions().length)
  })

  it('merges what is there with what a file says', async () => {
    await add({ displayName: 'Old', protected: true }, contents)
    const file: NamespaceDefinition = {
      namespace: 'N',
      display_name: 'New',
      resource_type_associations: [{ name: 'T1', prefix: 'os_' }, { name: 'T2' }],
      properties: { p: { title: 'New', type: 'string' }, q: { title: 'Q', type: 'integer' } },
      tags: [{ name: 't' }, { name: 'u' }],
    }
    const load = async (mode: Parameters<typeof loadDefinitions>[2]) => (await loadDefinitions(metadefs, [file], mode))[0]
    const title = async () => (await metadefs.properties.find((await found('N')).id, 'p'))?.schema.title
    expect(await load('keep')).toMatchObject({ outcome: 'kept' })
    expect(await load('merge')).toEqual({ namespace: 'N', outcome: 'merged', added: 3, changed: 0 })
    expect([await title(), (await found('N')).displayName]).toEqual(['P', 'Old'])
    expect(await load('preferNew')).toMatchObject({ added: 0, changed: 4 })
    expect([await title(), (await found('N')).displayName]).toEqual(['New', 'New'])
    expect((await metadefs.whole(await found('N'))).objects).toHaveLength(1)
    expect(await load('overwrite')).toMatchObject({ outcome: 'replaced' })
    expect((await metadefs.whole(await found('N'))).objects).toHaveLength(0)
  })
}
