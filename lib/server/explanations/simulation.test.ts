import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Explanation } from '@/lib/contract/explanation'
import { startIdentityApi } from '@/testing/identity-api'

let identity: Awaited<ReturnType<typeof startIdentityApi>>
beforeAll(async () => {
  identity = await startIdentityApi()
})
afterAll(() => identity?.server.stop())

async function ask(body: unknown, token = identity.admin.token): Promise<Response> {
  return fetch(`${identity.server.url}/api/explain`, {
    method: 'POST',
    headers: { 'x-auth-token': token, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

describe('what somebody else may do, by Keystone’s word', () => {
  it.each(['by id', 'by name'])('finds user and project %s, with the implied roles', async (how) => {
    const { id, name, projectId } = identity.alice
    const as = how === 'by id' ? { user: id, project: projectId } : { user: name, project: name }
    const said = (await (await ask({ action: 'publicize_image', as })).json()) as Explanation
    expect(said).toMatchObject({ allowed: false, user: { id, name }, project: { id: projectId, name } })
    expect(said.roles.toSorted()).toEqual(['member', 'reader'])
    expect(said.text).toContain(`The policy publicize_image does not allow ${name} to do this`)
    expect(said.text).not.toContain('no project was named')
  })
  it('has no roles in a project that is not theirs', async () => {
    const said = (await (await ask({ action: 'get_images', as: { user: 'alice' } })).json()) as Explanation
    expect(said).toMatchObject({ allowed: false, roles: [], project: { id: identity.admin.projectId } })
    expect(said.text).toMatch(/ This is about the project \S+, your own, since no project was named\.$/)
  })
  it('400 for a user or project that Keystone does not know', async () => {
    for (const as of [{ user: 'nobody' }, { user: 'alice', project: 'nowhere' }]) {
      expect((await ask({ action: 'get_images', as })).status).toBe(400)
    }
  })
  it('403 for alice herself', async () => {
    expect((await ask({ action: 'get_images', as: { user: 'admin' } }, identity.alice.token)).status).toBe(403)
  })
})
