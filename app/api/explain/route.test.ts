import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Explanation } from '@/lib/contract/explanation'
import { removeConfig, writeConfig } from '@/testing/config-file'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
let config: string
const ids: Record<'ours' | 'whole' | 'public' | 'theirs' | 'kept', string> = {
  ours: '',
  whole: '',
  public: '',
  theirs: '',
  kept: '',
}
beforeAll(async () => {
  config = writeConfig('', {
    'policy.yaml': '"copy_image": "!"\n"deactivate": "role:admin or (role:keeper and not role:guest)"\n',
  })
  api = await startImageApi(['--config-file', config])
  ids.ours = (await api.create({ name: 'ours' })).id
  ids.whole = (await api.createActive('bytes', { name: 'whole' })).id
  ids.public = (await api.createActive('bytes', { visibility: 'public', owner: 'p-other' }, 'admin')).id
  ids.theirs = (await api.create({ visibility: 'private' }, 'stranger')).id
  ids.kept = (await api.create({ protected: true, os_hidden: true })).id
})
afterAll(async () => {
  await api?.stop()
  removeConfig(config)
})

const ask = (body: unknown, as: Caller | null = 'member') => api.call('POST', '/api/explain', { as, body })
async function explain(body: Record<string, unknown>, as: Caller = 'member'): Promise<Explanation> {
  const answer = await ask(body, as)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Explanation
}
const needsOf = ({ ways }: Explanation) => ways.map(({ needs }) => needs.map(({ kind, who, value }) => [kind, who, value]))
const causesOf = async (body: Record<string, unknown>, as: Caller = 'member') =>
  (await explain(body, as)).other_causes.map(({ cause, value }) => (value === undefined ? cause : `${cause} ${value}`))

describe('POST /api/explain', () => {
  it('401 without a token', async () => expect((await ask({ action: 'get_image' }, null)).status).toBe(401))
  it('400 for what is no policy', async () => expect((await ask({ action: 'toString' })).status).toBe(400))

  it('tells a member what is allowed', async () => {
    const said = await explain({ action: 'delete_image', image_id: ids.ours })
    expect(said).toMatchObject({ allowed: true, failed_clauses: [], ways: [], other_causes: [], roles: ['member', 'reader'] })
    expect(said.text).toBe('You may do this: the policy delete_image allows it.')
  })
  it('tells a reader the rule, the clauses that failed, and who can grant it', async () => {
    const said = await explain({ action: 'delete_image', image_id: ids.ours }, 'reader')
    expect(said).toMatchObject({
      allowed: false,
      decision: { action: 'delete_image', allowed: false, rule: 'role:admin or (role:member and project_id:%(project_id)s)' },
      user: { id: 'u-rita', name: 'rita' },
      project: { id: 'p-demo', name: 'demo' },
    })
    expect(said.failed_clauses.map(({ text }) => text)).toEqual(['role:admin', 'role:member'])
    expect(needsOf(said)).toEqual([
      [['role', 'project administrator', 'member']],
      [['role', 'operator', 'admin']],
      [['rule', 'operator', 'delete_image']],
    ])
    expect(said.text).toContain('Your roles: reader. Ways out: the role member on project demo is needed')
  })
  it('tells somebody of another project whose image it is', async () => {
    const said = await explain({ action: 'modify_image', image_id: ids.public }, 'member')
    expect(needsOf(said)[0]).toEqual([['project', 'project administrator', 'p-other']])
  })
  it.each(['add_task', 'get_task', 'get_tasks'])(
    'counts the rule of the tasks’ API in %s, as a real request does',
    async (action) => {
      const said = await explain({ action })
      expect(said).toMatchObject({ allowed: false, action, decision: { action: 'tasks_api_access', rule: 'role:admin' } })
      expect(said.failed_clauses.map(({ text }) => text)).toEqual(['role:admin'])
      expect(needsOf(said)).toEqual([[['role', 'operator', 'admin']], [['rule', 'operator', 'tasks_api_access']]])
      expect(said.text).toContain(`Besides ${action} it needs the policy tasks_api_access.`)
      expect((await explain({ action }, 'admin')).allowed).toBe(true)
      expect((await explain({ action, as: { roles: ['member'] } }, 'admin')).allowed).toBe(false)
    },
  )
  it('counts what a new image’s visibility asks for', async () => {
    const said = await explain({ action: 'add_image', visibility: 'public' })
    expect(said).toMatchObject({ allowed: false, decision: { action: 'publicize_image' } })
    expect(needsOf(await explain({ action: 'add_image', visibility: 'public' }, 'reader'))).toEqual([
      [['role', 'operator', 'admin']],
      [
        ['rule', 'operator', 'add_image'],
        ['rule', 'operator', 'publicize_image'],
      ],
    ])
    expect((await explain({ action: 'add_image', visibility: 'community' })).allowed).toBe(true)
  })
  it('without an image asks about one of the own project', async () => {
    expect(await explain({ action: 'add_image' })).toMatchObject({ allowed: true })
    expect(needsOf(await explain({ action: 'add_image' }, 'reader'))[0]).toEqual([['role', 'project administrator', 'member']])
  })
  it('asks for a project where the token has none', async () => {
    const said = await explain({ action: 'get_images' }, 'systemAdmin')
    expect(needsOf(said)[0]).toEqual([['projectToken', 'you', 'project']])
  })
  it('knows that only the operator can change a rule that nobody passes', async () => {
    const said = await explain({ action: 'copy_image', image_id: ids.whole }, 'admin')
    expect(said.failed_clauses.map(({ text }) => text)).toEqual(['!'])
    expect(needsOf(said)).toEqual([[['rule', 'operator', 'copy_image']]])
    expect(said.decision.source).toBe('file')
  })

  it('names what is not the policy’s doing', async () => {
    expect(await causesOf({ action: 'delete_image', image_id: ids.kept })).toEqual(['protected'])
    expect(await causesOf({ action: 'upload_image', image_id: ids.whole })).toEqual(['status active'])
    expect(await causesOf({ action: 'upload_image', image_id: ids.ours })).toEqual(['formatsMissing'])
    expect(await causesOf({ action: 'download_image', image_id: ids.ours })).toEqual(['noData'])
    expect(await causesOf({ action: 'add_member', image_id: ids.public }, 'stranger')).toEqual(['notShared public'])
    expect(await causesOf({ action: 'get_images', image_id: ids.kept })).toEqual(['hidden'])
    expect(await causesOf({ action: 'modify_image', image_id: ids.ours, property: 'checksum' })).toEqual([
      'propertyReadOnly checksum',
    ])
    expect(await causesOf({ action: 'cache_image', image_id: ids.whole }, 'admin')).toEqual(['noCache'])
    const said = await explain({ action: 'delete_image', image_id: ids.kept })
    expect(said.allowed).toBe(false)
    expect(said.text).toContain('It cannot be done: it is protected.')
  })
  it('knows of a share that waits for its answer', async () => {
    const { id } = await api.create({}, 'stranger')
    await api.call('POST', `/v2/images/${id}/members`, { as: 'stranger', body: { member: 'p-demo' } })
    expect(await causesOf({ action: 'get_images', image_id: id })).toEqual(['membershipPending pending'])
  })
  it('tells of a download that deactivation stopped, but not an administrator', async () => {
    const { id } = await api.createActive('bytes')
    await api.call('POST', `/v2/images/${id}/actions/deactivate`, { as: 'admin' })
    const said = await explain({ action: 'download_image', image_id: id })
    expect(said.other_causes).toMatchObject([{ cause: 'deactivated', who: 'you' }])
    expect((await explain({ action: 'download_image', image_id: id }, 'reader')).other_causes[0]?.who).toBe('image owner')
    expect(await causesOf({ action: 'download_image', image_id: id }, 'admin')).toEqual([])
  })

  it('answers of an image that cannot be seen as of one that is not there', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000'
    const answers = async (body: Record<string, unknown>, as: Caller) => {
      const answer = await ask(body, as)
      const headers = [...answer.headers].filter(([name]) => !['date', 'x-openstack-request-id'].includes(name))
      return { status: answer.status, headers, text: (await answer.text()).replaceAll(String(body.image_id), 'ID') }
    }
    for (const action of ['get_image', 'delete_image', 'get_images', 'modify_member', 'cache_image']) {
      const unseen = await answers({ action, image_id: ids.theirs }, 'member')
      expect(unseen.status).toBe(404)
      expect(unseen).toEqual(await answers({ action, image_id: nowhere }, 'member'))
    }
    // Nor does somebody learn of it whom the policy, and not the owner, keeps from looking.
    const roleless = await answers({ action: 'modify_image', image_id: ids.ours }, 'roleless')
    expect(roleless).toEqual(await answers({ action: 'modify_image', image_id: nowhere }, 'roleless'))
  })
  it('answers of a namespace that cannot be seen as of one that is not there', async () => {
    const body = { namespace: 'Hidden::One', visibility: 'private' }
    expect((await api.call('POST', '/v2/metadefs/namespaces', { as: 'admin', body })).status).toBe(201)
    const [one, two] = await Promise.all(
      ['Hidden::One', 'Hidden::Two'].map((namespace) => ask({ action: 'delete_metadef_namespace', namespace })),
    )
    expect([one?.status, two?.status]).toEqual([404, 404])
    expect((await one?.text())?.replace('One', 'Two')).toBe(await two?.text())
  })

  describe('for somebody else', () => {
    it('403 unless an administrator asks, also of what there is not', async () => {
      for (const as of ['member', 'domainAdmin'] as const) {
        expect((await ask({ action: 'get_image', image_id: ids.theirs, as: { roles: ['admin'] } }, as)).status).toBe(403)
      }
    })
    it('400 without a user or roles', async () => {
      expect((await ask({ action: 'get_image', as: {} }, 'admin')).status).toBe(400)
    })
    it('names whoever could let them see an image', async () => {
      const said = await explain({ action: 'download_image', image_id: ids.theirs, as: { roles: ['member'] } }, 'admin')
      expect(said.other_causes.map(({ cause }) => cause)).toEqual(['notVisible', 'noData'])
      expect(needsOf(said).flat()).toEqual([
        ['project', 'project administrator', 'p-other'],
        ['membership', 'image owner', 'p-admin'],
        ['visibility', 'image owner', 'community'],
        ['visibility', 'image owner', 'public'],
        ['visibility', 'image owner', 'shared'],
        ['role', 'operator', 'admin'],
        ['rule', 'operator', 'download_image'],
      ])
    })
    it('decides by the roles that are given', async () => {
      const said = await explain({ action: 'deactivate', as: { roles: ['Keeper', 'guest'] } }, 'admin')
      expect(said).toMatchObject({ allowed: false, roles: ['keeper', 'guest'], user: { id: null } })
      expect(said.failed_clauses.map(({ text }) => text)).toEqual(['role:admin', 'not role:guest'])
      expect(await explain({ action: 'deactivate', image_id: ids.whole, as: { roles: ['keeper'] } }, 'admin')).toMatchObject({
        allowed: false,
        decision: { allowed: true },
        other_causes: [{ cause: 'notVisible' }],
      })
    })
  })
})
