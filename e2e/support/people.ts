import type { Cloud } from './cloud'
import type { RunningServer } from './server'

export interface Person {
  name: string
  password: string
}

/** Somebody new who has one role in the administrator's project. */
export async function createPerson(server: RunningServer, cloud: Cloud, role: string): Promise<Person> {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${server.url}/identity/v3${path}`, {
      method,
      headers: { 'x-auth-token': cloud.token, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
  const person = { name: `${role}-${Date.now()}`, password: 'e2e-person' }
  const { user } = await call<{ user: { id: string } }>('POST', '/users', { user: { ...person, domain_id: 'default' } })
  const { roles } = await call<{ roles: { id: string; name: string }[] }>('GET', '/roles')
  const roleId = roles.find(({ name }) => name === role)?.id
  await call('PUT', `/projects/${cloud.projectId}/users/${user.id}/roles/${roleId}`)
  return person
}
