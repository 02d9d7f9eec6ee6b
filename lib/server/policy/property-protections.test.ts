import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageListView, ImageView } from '@/lib/contract/image'
import { removeConfig, writeConfig } from '@/testing/config-file'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'
import { startTestServer } from '@/testing/test-server'

const rules = `# Who may do what
[^x_secret_[a-z]+$]
create = admin
read = Admin
update = admin
delete = admin
[x_frozen]
create = admin, member
read = @
update = !
delete = !
[^x_.*]
create = @
read = @
update = @
delete = @
`

function configOf(text: string, format = 'roles') {
  const options = `property_protection_file = {folder}/protections.conf\nproperty_protection_rule_format = ${format}\n`
  return writeConfig(`[DEFAULT]\n${options}`, { 'protections.conf': text })
}

async function refusedStart(config: string) {
  try {
    return await startTestServer({}, ['--config-file', config]).then(
      (server) => server.stop(),
      (error: Error) => error.message,
    )
  } finally {
    removeConfig(config)
  }
}

describe('property protections by roles', () => {
  let api: ImageApi
  let config: string
  let image: ImageView
  beforeAll(async () => {
    config = configOf(rules)
    api = await startImageApi(['--config-file', config])
    image = await api.create({ x_secret_key: 's', x_frozen: 'f', x_free: 'y', owner: 'p-demo' }, 'admin')
  })
  afterAll(async () => {
    await api?.stop()
    removeConfig(config)
  })

  const make = (name: string, as: Caller = 'member') => api.status('POST', '/v2/images', { as, body: { [name]: 'v' } })
  const patch = async (op: string, name: string, as: Caller = 'member') =>
    (await api.patch(image.id, [{ op, path: `/${name}`, ...(op !== 'remove' && { value: 'v' }) }], as)).status

  it('201 or 403 by the first section that fits', async () => {
    expect(await make('x_free')).toBe(201)
    expect(await make('x_frozen')).toBe(201)
    expect(await make('x_secret_key')).toBe(403)
    expect(await make('x_secret_key', 'admin')).toBe(201)
  })
  it('403 for everybody where no section fits', async () => {
    expect(await make('other', 'admin')).toBe(403)
    expect(await make('hw_disk_bus', 'admin')).toBe(403)
  })
  it('leaves base properties alone', async () => expect(await make('name')).toBe(201))
  it('shows only what may be read', async () => {
    expect(await api.show(image.id)).toMatchObject({ x_frozen: 'f', x_free: 'y' })
    expect(await api.show(image.id)).not.toHaveProperty('x_secret_key')
    expect(await api.show(image.id, 'admin')).toHaveProperty('x_secret_key', 's')
  })
  it('lists only what may be read, and does not tell it by a filter', async () => {
    const list = async (query: string, as: Caller) =>
      ((await (await api.call('GET', `/v2/images${query}`, { as })).json()) as ImageListView).images
    expect((await list('', 'member')).find(({ id }) => id === image.id)).not.toHaveProperty('x_secret_key')
    expect(await list('?x_secret_key=s', 'member')).toEqual([])
    expect((await list('?x_secret_key=s', 'admin')).map(({ id }) => id)).toEqual([image.id])
  })
  it('403 for an update, 200 for whom it is allowed', async () => {
    expect(await patch('replace', 'x_frozen', 'admin')).toBe(403)
    expect(await patch('add', 'x_secret_key')).toBe(403)
    expect(await patch('replace', 'x_secret_key', 'admin')).toBe(200)
    expect(await patch('replace', 'x_free')).toBe(200)
  })
  it('403 for a removal, 200 for whom it is allowed', async () => {
    expect(await patch('remove', 'x_frozen', 'admin')).toBe(403)
    expect(await patch('remove', 'x_secret_key')).toBe(403)
    expect(await patch('remove', 'x_free')).toBe(200)
  })
  it('403 for making one, 200 for whom it is allowed', async () => {
    expect(await patch('add', 'x_secret_new')).toBe(403)
    expect(await patch('add', 'x_secret_new', 'admin')).toBe(200)
  })
})

describe('property protections by policies', () => {
  let api: ImageApi
  let config: string
  beforeAll(async () => {
    const section = 'create = context_is_admin\nread = @\nupdate = context_is_admin\ndelete = !\n'
    config = configOf(`[.*]\n${section}`, 'policies')
    api = await startImageApi(['--config-file', config])
  })
  afterAll(async () => {
    await api?.stop()
    removeConfig(config)
  })

  it('ask the policy that stands there', async () => {
    expect(await api.status('POST', '/v2/images', { body: { a: 'b' } })).toBe(403)
    const { id } = await api.create({ a: 'b', owner: 'p-demo' }, 'admin')
    expect(await api.show(id)).toMatchObject({ a: 'b' })
    expect((await api.patch(id, [{ op: 'remove', path: '/a' }], 'admin')).status).toBe(403)
  })
})

describe('a bad file of protections stops the start', () => {
  const all = 'create = @\nread = @\nupdate = @\ndelete = @\n'
  it.each([
    ['[x(]\n', 'roles', /protections\.conf:1.*not a regular expression/],
    ['[x]\ncreate = @\n', 'roles', /protections\.conf:1.*lacks read, update, delete/],
    [`[x]\n${all}write = @\n`, 'roles', /protections\.conf:6.*found "write = @"/],
    [all, 'roles', /protections\.conf:1.*in no section/],
    ['[x]\ncreate = @, !\n', 'roles', /protections\.conf:2.*exclude each other/],
    [`[x]\n${all.replace('read = @', 'read = a, b')}`, 'policies', /protections\.conf:3.*one policy/],
    [`[x]\n${all.replace('read = @', 'read = no_such_policy')}`, 'policies', /protections\.conf:3.*no policy/],
    [`[x]\n${all}`, 'nonsense', /property_protection_rule_format.*expected one of/],
  ])('%j by %s', async (text, format, message) => {
    expect(await refusedStart(configOf(text, format))).toMatch(message)
  })
  it('that is not there', async () => {
    const config = writeConfig('[DEFAULT]\nproperty_protection_file = /no/such/file\n')
    expect(await refusedStart(config)).toMatch(/cannot read the property protections/)
  })
})
