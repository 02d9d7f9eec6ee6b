import { randomUUID } from 'node:crypto'
import type { Cloud } from '../../testing/conformance/cloud'

type Scope = { project: { id?: string; name?: string; domain?: { id: string } } } | 'unscoped'

const domain = { id: 'default' }

/** A server with its own identity, and people in it whom the checks speak as. */
export async function peopleOf(url: string, password: string): Promise<Cloud> {
  const identity = `${url}/identity/v3`
  const admin = await tokenOf(identity, { name: 'admin', password }, { project: { name: 'admin', domain } })

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { 'x-auth-token': admin, 'content-type': 'application/json' }
    const answer = await fetch(identity + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  const { roles } = await call<{ roles: { id: string; name: string }[] }>('GET', '/roles')
  const createProject = async () => {
    const project = { name: `conformance-${randomUUID()}`, domain_id: domain.id }
    return (await call<{ project: { id: string } }>('POST', '/projects', { project })).project.id
  }
  const createPerson = async (projectId: string, role: string) => {
    const person = { name: `conformance-${randomUUID()}`, password: randomUUID() }
    const { user } = await call<{ user: { id: string } }>('POST', '/users', { user: { ...person, domain_id: domain.id } })
    const roleId = roles.find(({ name }) => name === role)?.id
    await call('PUT', `/projects/${projectId}/users/${user.id}/roles/${roleId}`)
    return { person, token: await tokenOf(identity, person, { project: { id: projectId } }) }
  }

  const [ours, theirs] = [await createProject(), await createProject()]
  const member = await createPerson(ours, 'member')
  return {
    url,
    strangersProject: theirs,
    tokens: {
      admin,
      member: member.token,
      reader: (await createPerson(ours, 'reader')).token,
      stranger: (await createPerson(theirs, 'member')).token,
      unscoped: await tokenOf(identity, member.person, 'unscoped'),
    },
  }
}

async function tokenOf(identity: string, person: { name: string; password: string }, scope: Scope): Promise<string> {
  const user = { ...person, domain }
  const answer = await fetch(`${identity}/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } }, scope } }),
  })
  const token = answer.headers.get('x-subject-token')
  if (!token) throw new Error(`No token for ${person.name}: ${answer.status} ${await answer.text()}`)
  return token
}
