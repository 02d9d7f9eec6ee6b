import { randomUUID } from 'node:crypto'
import type { Attempt, World } from './cloud'
import type { ConformanceTable, Failure, OperationCases, Parameters } from './operation-cases'

const namespaces = '/v2/metadefs/namespaces'
const fresh = () => `Conformance::${randomUUID()}`
const admin = { as: 'admin' } as const

function namespace(fields: Record<string, unknown> = {}) {
  return async (world: World): Promise<Parameters> => {
    const name = fresh()
    await world.make('POST', namespaces, { ...admin, body: { namespace: name, visibility: 'public', ...fields } })
    return { namespace: name }
  }
}

/** One of a namespace's collections: what an entry looks like, and what the path calls it. */
interface Collection {
  plural: string
  parameter: string
  entry(name: string): Record<string, unknown>
  /** The body of the collection's POST. */
  added(name: string): unknown
}

function entry({ plural, parameter, entry, added }: Collection, fields: Record<string, unknown> = {}) {
  return async (world: World): Promise<Parameters> => {
    const made = await namespace(fields)(world)
    await world.make('POST', `${namespaces}/${made.namespace}/${plural}`, { ...admin, body: added(String(entry('one').name)) })
    return { ...made, [parameter]: 'one' }
  }
}

const badBodies: Failure[] = [
  { ...admin, status: 400, why: 'there is no body' },
  { ...admin, status: 400, why: 'the body breaks the schema', body: { colour: 'red' } },
]

const written = (body: unknown): Pick<OperationCases, 'success' | 'denied'> => ({
  success: { ...admin, body },
  denied: { as: 'member', body },
})
const deleted = (arrange: (world: World) => Promise<Parameters>, guarded: typeof arrange): OperationCases => ({
  arrange,
  success: admin,
  denied: { as: 'member' },
  errors: [{ ...admin, status: 403, why: 'the namespace is protected', arrange: guarded }],
})

function casesOf(collection: Collection): ConformanceTable {
  const [all, each] = [`${namespaces}/{}/${collection.plural}`, `${namespaces}/{}/${collection.plural}/{}`]
  const one = entry(collection)
  const guarded = entry(collection, { protected: true })
  const hidden = { as: 'stranger', status: 404, arrange: entry(collection, { visibility: 'private' }) } as const
  const taken: Failure = { ...admin, status: 409, why: 'the name is taken', arrange: one, body: collection.added('one') }
  const tags = collection.plural === 'tags'
  const repeated: Failure = { ...admin, status: 409, why: 'a tag is named twice', body: { tags: [{ name: 'x' }, { name: 'x' }] } }
  const two = async (world: World): Promise<Parameters> => {
    const made = await one(world)
    const path = `${namespaces}/${made.namespace}/${collection.plural}`
    await world.make('POST', path, { ...admin, headers: { 'x-openstack-append': 'True' }, body: collection.added('other') })
    return made
  }
  const takenByOther: Failure = { ...admin, status: 409, why: 'the name is taken', arrange: two, body: collection.entry('other') }
  const listErrors =
    {
      properties: [],
      objects: [list('the limit is nothing', '?limit=0')],
      tags: [list('the marker is unknown', '?marker=nothing', 404)],
    }[collection.plural] ?? []
  return {
    [`GET ${all}`]: { arrange: one, success: {}, denied: hidden, errors: listErrors },
    [`POST ${all}`]: {
      arrange: namespace(),
      ...written(collection.added('one')),
      // The tags of a namespace are replaced as a whole, so none is taken.
      errors: [...badBodies, tags ? repeated : taken],
    },
    [`DELETE ${all}`]: deleted(one, guarded),
    [`GET ${each}`]: { arrange: one, success: {}, denied: hidden },
    [`PUT ${each}`]: { arrange: one, ...written(collection.entry('other')), errors: [...badBodies, takenByOther] },
    [`DELETE ${each}`]: deleted(one, guarded),
  }
}

const property = (name: string) => ({ name, title: name, type: 'string' })
const single = (name: string) => ({ name })
const associated = async (world: World, fields: Record<string, unknown> = {}) => {
  const made = await namespace(fields)(world)
  const body = { name: 'OS::Glance::Image' }
  await world.make('POST', `${namespaces}/${made.namespace}/resource_types`, { ...admin, body })
  return { ...made, resourceType: 'OS::Glance::Image' }
}
const takenName = fresh()
/** There is a namespace of that name afterwards, and never two. */
const taken = async (world: World): Promise<Parameters> => {
  const answer = await world.send('POST', namespaces, { ...admin, body: { namespace: takenName, visibility: 'public' } })
  await answer.body?.cancel()
  return { namespace: takenName }
}
const besideTaken = async (world: World): Promise<Parameters> => {
  await taken(world)
  return namespace()(world)
}
const twice = async (world: World): Promise<Parameters> => associated(world)
const list = (why: string, query: string, status = 400): Failure & Attempt => ({ status, why, query })

export const metadefCases: ConformanceTable = {
  [`GET ${namespaces}`]: {
    success: {},
    denied: { as: 'unscoped' },
    errors: [
      list('the limit is no number', '?limit=x'),
      list('the limit is negative', '?limit=-1'),
      list('the sort key is unknown', '?sort_key=colour'),
      list('the direction is unknown', '?sort_dir=up'),
      list('the visibility is unknown', '?visibility=secret'),
      list('the marker is unknown', `?marker=${randomUUID()}`, 404),
    ],
  },
  [`POST ${namespaces}`]: {
    ...written({ namespace: fresh() }),
    errors: [
      ...badBodies,
      { ...admin, status: 403, why: 'an attribute is read-only', body: { namespace: fresh(), self: '/x' } },
      { ...admin, status: 409, why: 'the name is taken', arrange: taken, body: { namespace: takenName } },
    ],
  },
  [`GET ${namespaces}/{}`]: {
    arrange: namespace(),
    success: {},
    denied: { as: 'stranger', status: 404, arrange: namespace({ visibility: 'private' }) },
  },
  [`PUT ${namespaces}/{}`]: {
    arrange: namespace(),
    ...written({ namespace: fresh(), visibility: 'public' }),
    errors: [
      ...badBodies,
      { ...admin, status: 400, why: 'the name is missing', body: { visibility: 'public' } },
      { ...admin, status: 409, why: 'the name is taken', arrange: besideTaken, body: { namespace: takenName } },
    ],
  },
  [`DELETE ${namespaces}/{}`]: deleted(namespace(), namespace({ protected: true })),
  'GET /v2/metadefs/resource_types': { success: {}, denied: { as: 'unscoped' } },
  [`GET ${namespaces}/{}/resource_types`]: {
    arrange: twice,
    success: {},
    denied: { as: 'stranger', status: 404, arrange: namespace({ visibility: 'private' }) },
  },
  [`POST ${namespaces}/{}/resource_types`]: {
    arrange: namespace(),
    ...written({ name: 'OS::Glance::Image' }),
    errors: [
      ...badBodies,
      { ...admin, status: 409, why: 'they are associated already', arrange: twice, body: { name: 'OS::Glance::Image' } },
    ],
  },
  [`DELETE ${namespaces}/{}/resource_types/{}`]: deleted(twice, (world) => associated(world, { protected: true })),
  ...casesOf({ plural: 'properties', parameter: 'property', entry: property, added: property }),
  ...casesOf({ plural: 'objects', parameter: 'object', entry: single, added: single }),
  ...casesOf({ plural: 'tags', parameter: 'tag', entry: single, added: (name) => ({ tags: [{ name }] }) }),
  [`POST ${namespaces}/{}/tags/{}`]: {
    arrange: async (world) => ({ ...(await namespace()(world)), tag: 'one' }),
    success: admin,
    denied: { as: 'member' },
    errors: [
      {
        ...admin,
        status: 409,
        why: 'the name is taken',
        arrange: entry({ plural: 'tags', parameter: 'tag', entry: single, added: (name) => ({ tags: [{ name }] }) }),
      },
    ],
  },
}
