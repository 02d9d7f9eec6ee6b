// Someone with the role `member`, who sees lists as most users do.
import { takeToken } from '../testing/production-server.mjs'

export const memberPassword = 'bench-password'

/**
 * A project of its own, and a token of its only member.
 * @param {string} url
 * @param {string} admin the administrator's token
 */
export async function createMember(url, admin) {
  const call = async (method, path, body) => {
    const headers = { 'x-auth-token': admin, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/identity/v3${path}`, { method, headers, body: body && JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? null : answer.json()
  }
  const person = { name: 'bench', password: memberPassword }
  const { project } = await call('POST', '/projects', { project: { name: 'bench' } })
  const { user } = await call('POST', '/users', { user: person })
  const { roles } = await call('GET', '/roles?name=member')
  await call('PUT', `/projects/${project.id}/users/${user.id}/roles/${roles[0].id}`)
  return { projectId: project.id, token: await takeToken(url, person, project) }
}
