import { expect, it } from 'vitest'
import type { ByteStore } from './byte-store'
import { type ConfiguredStore, createStoreRegistry } from './store-registry'

const store = (id: string, prefix: string, weight = 0): ConfiguredStore => ({
  id,
  type: 'file',
  description: undefined,
  weight,
  isDefault: id === 'fast',
  readOnly: false,
  properties: {},
  store: { id, owns: (location: string) => location.startsWith(prefix) } as ByteStore,
})
const stores = [store('slow', 'file:///slow/'), store('fast', 'file:///fast/', 10), store('web', 'http:', 5)]
const several = createStoreRegistry(stores, true)
const single = createStoreRegistry(stores, false)

const slow = { url: 'file:///slow/1', metadata: { store: 'slow' } }
const fast = { url: 'file:///fast/1', metadata: {} }
const web = { url: 'http://host/1', metadata: { store: 'web' } }

it('knows the default', () => expect(several.default.id).toBe('fast'))
it('finds a store by its id', () => expect([several.find('web')?.id, several.find('none')]).toEqual(['web', undefined]))
it('deduces the store of a location', () => expect(several.storeOf(fast)?.id).toBe('fast'))
it('corrects what the metadata say when the URL says otherwise', () => {
  expect(several.storeOf({ ...fast, metadata: { store: 'slow' } })?.id).toBe('fast')
  expect(several.storeOf({ ...fast, metadata: { store: 'renamed' } })?.id).toBe('fast')
})
it('believes the metadata where the URL says nothing', () => {
  expect(several.storeOf({ url: 'file:///link/1', metadata: { store: 'slow' } })?.id).toBe('slow')
})
it('reads the name that older Glances wrote, unless there is a newer one', () => {
  expect(several.storeOf({ url: 'file:///link/1', metadata: { backend: 'slow' } })?.id).toBe('slow')
  expect(several.storeOf({ url: 'file:///link/1', metadata: { backend: 'slow', store: 'fast' } })?.id).toBe('fast')
})
it('notes the store of a new location, where there are several', () => {
  expect(several.metadataOf('file:///slow/2')).toEqual({ store: 'slow' })
  expect(several.metadataOf('rbd://x')).toEqual({})
  expect(single.metadataOf('file:///slow/2')).toEqual({})
})
it('reads by weight, and in the order of adding where it is equal', () => {
  expect(several.readable([slow, web, fast])).toEqual([fast, web, slow])
  const again = { ...slow, url: 'file:///slow/2' }
  expect(several.readable([again, slow])).toEqual([again, slow])
})
it('reads the preferred stores first, in their order', () => {
  expect(several.readable([slow, web, fast], ['slow', 'web'])).toEqual([slow, web, fast])
})
it('cannot be without a default', () => expect(() => createStoreRegistry([store('slow', 'file:')], true)).toThrow(/default/))
