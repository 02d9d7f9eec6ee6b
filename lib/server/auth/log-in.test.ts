import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '@/testing/test-server'
import { services } from '../services'
import { logIn, logOut, selectableProjects, switchProject } from './log-in'

const admin = { domain: 'Default', user: 'admin', password: 'test-admin-password' }
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('logIn', () => {
  it('chooses a project and scopes the token to it', async () => {
    const session = await logIn(admin)
    expect(session).toMatchObject({ user: { name: 'admin', domain: 'Default' }, project: { name: 'admin', domain: 'Default' } })
    expect(await services.tokens.identify(session.token)).toMatchObject({ projectId: session.project.id })
    expect(await services.tokens.identify(session.unscoped as string)).toMatchObject({ scope: 'none' })
  })
  it('tells a wrong password from an identity service that does not answer', async () => {
    await expect(logIn({ ...admin, password: 'wrong' })).rejects.toMatchObject({ reason: 'wrongPassword' })
    const { keystoneUrl } = Object.getOwnPropertyDescriptors(globalThis.vitrineServices)
    Object.defineProperty(globalThis.vitrineServices, 'keystoneUrl', { value: 'http://127.0.0.1:9', configurable: true })
    await expect(logIn(admin)).rejects.toMatchObject({ reason: 'identityUnavailable' })
    Object.defineProperty(globalThis.vitrineServices, 'keystoneUrl', keystoneUrl as PropertyDescriptor)
  })
  it('goes on in the project that this person used last, unless it is gone', async () => {
    const { token, user, project } = await logIn(admin)
    const ask = async (path: string, method: string, body?: object) => {
      const headers = { 'x-auth-token': token, 'content-type': 'application/json' }
      return fetch(`${server.url}/identity/v3/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    }
    const { project: lab } = await (await ask('projects', 'POST', { project: { name: 'lab' } })).json()
    const { roles } = await (await ask('roles?name=member', 'GET')).json()
    await ask(`projects/${lab.id}/users/${user.id}/roles/${roles[0].id}`, 'PUT')
    const projectAfter = async (lastProjects: string) => (await logIn({ ...admin, lastProjects })).project.id
    expect(await projectAfter(`${user.id} ${lab.id}`)).toBe(lab.id)
    expect(await projectAfter(`${user.id} gone`)).toBe(project.id)
    expect(await projectAfter(`somebody ${lab.id}`)).toBe(project.id)
    expect(await projectAfter(`${user.id} ${lab.id},somebody ${project.id}`)).toBe(lab.id)
  })
  it('says when too many have tried', async () => {
    const attempt = () => logIn({ ...admin, user: 'mallory', password: 'guess' }).catch(({ reason }) => reason)
    const reasons: string[] = []
    for (let i = 0; i < 12; i++) reasons.push(await attempt())
    expect(reasons[0]).toBe('wrongPassword')
    expect(reasons.at(-1)).toBe('tooManyAttempts')
  })
})

describe('a session', () => {
  it('goes on in another project, or stays where the switch is refused', async () => {
    const session = await logIn(admin)
    const [project] = await selectableProjects(session.token)
    expect((await switchProject(session, project?.id as string)).endsAt).toBe(session.endsAt)
    await expect(switchProject(session, 'unknown')).rejects.toMatchObject({ reason: 'wrongPassword' })
  })
  it('is another one after each sign-in', async () => {
    const sessions = await Promise.all([logIn(admin), logIn(admin)])
    expect(sessions[0].id).not.toBe(sessions[1].id)
  })
  it('ends with both tokens', async () => {
    const session = await logIn(admin)
    await logOut(session)
    await expect(services.tokens.identify(session.token)).rejects.toMatchObject({ reason: 'tokenRefused' })
    await expect(services.tokens.identify(session.unscoped as string)).rejects.toMatchObject({ reason: 'tokenRefused' })
  })
})
