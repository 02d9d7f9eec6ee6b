import { beforeAll, expect, it } from 'vitest'
import type { TestDatabase } from '@/testing/describe-on-databases'
import { loadConfig } from '../config'
import { type Caller, createCaller } from './caller'
import { type StartedIdentity, startIdentity } from './identity'

/** What the embedded identity promises on every database. */
export function identityContract(on: TestDatabase, dataFolder: string) {
  let started: StartedIdentity
  let admin: Caller

  async function start(adminPassword?: string) {
    const config = { ...loadConfig([], { VITRINE_DATA: dataFolder }), adminPassword }
    started = await startIdentity({ config, database: on.database, onRevoked: () => undefined })
  }

  const logIn = (name: string, password: string, project?: string) => {
    const domain = { id: 'default' }
    const scope = project === undefined ? undefined : { project: { name: project, domain } }
    const identity = { methods: ['password'], password: { user: { name, domain, password } } }
    return started.identity.logIns.logIn({ identity, scope }, '192.0.2.1')
  }

  beforeAll(async () => {
    await start()
    const { token, facts } = await logIn('admin', started.identity.administrator.newPassword ?? '')
    admin = createCaller(token, facts)
  })

  it('makes an administrator with a long password at the first start', () => {
    expect(started.identity.administrator.newPassword).toMatch(/^[\w-]{20,}$/)
    expect(admin.isAdmin).toBe(true)
  })

  it('keeps people over a restart and makes no second administrator', async () => {
    const password = started.identity.administrator.newPassword ?? ''
    await start()
    expect(started.identity.administrator.newPassword).toBeNull()
    expect((await logIn('admin', password)).facts.user.id).toBe(admin.user.id)
    expect(await started.identity.tokens.read(admin.token)).not.toBeNull()
  })

  it('gives the service user another password at every start', async () => {
    const { username, password } = started.serviceUser
    const { facts } = await logIn(username, password, 'service')
    expect(facts.roles.map(({ name }) => name)).toEqual(['admin', 'member', 'reader', 'service'])
    await start()
    await expect(logIn(username, password, 'service')).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  it('sets the administrator’s password anew where the operator gives one, and enables the account', async () => {
    await start('operators-choice')
    const { token } = await logIn('admin', 'operators-choice')
    await start('operators-choice')
    expect(await started.identity.tokens.read(token)).not.toBeNull()
    await start('another-choice')
    expect(await started.identity.tokens.read(token)).toBeNull()
    await expect(logIn('admin', 'operators-choice')).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  it('refuses a second user, project, role, domain or credential of one name', async () => {
    const { users, projects, roles, domains } = started.identity
    for (const service of [users, projects, roles, domains]) {
      await service.create(admin, { name: 'Twin' })
      await expect(service.create(admin, { name: 'Twin' })).rejects.toMatchObject({ kind: 'conflict' })
      expect(await service.create(admin, { name: 'twin' })).toMatchObject({ name: 'twin' })
    }
    const { applicationCredentials } = started.identity
    await applicationCredentials.create(admin, admin.user.id, { name: 'robot' })
    const again = applicationCredentials.create(admin, admin.user.id, { name: 'robot' })
    await expect(again).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('keeps what it was told', async () => {
    const { users, projects, applicationCredentials } = started.identity
    const said = { name: 'Zoë 漢', description: 'x'.repeat(3000), email: 'zoe@example.org', enabled: false }
    const { id } = await users.create(admin, said)
    expect(await users.get(admin, id)).toMatchObject(said)
    expect(await users.list(admin, { enabled: false })).toHaveLength(1)
    const project = await projects.create(admin, { name: 'closed', enabled: false })
    expect(await projects.get(admin, project.id)).toEqual(project)
    const expiresAt = new Date(Date.now() + 3600_000)
    const made = await applicationCredentials.create(admin, admin.user.id, { name: 'timed', expiresAt, unrestricted: true })
    const { secret, roleIds, ...kept } = made
    const found = await applicationCredentials.get(admin, admin.user.id, made.id)
    expect(found).toMatchObject(kept)
    expect([...found.roleIds].sort()).toEqual([...roleIds].sort())
  })

  it('removes with a user what is the user’s', async () => {
    const { users, projects, roles, assignments, tokens } = started.identity
    const user = await users.create(admin, { name: 'leaver', password: 'leaver' })
    const project = await projects.create(admin, { name: 'leavers' })
    const [role] = await roles.list(admin, 'member')
    await assignments.give(admin, { userId: user.id, roleId: role?.id ?? '', target: { kind: 'project', id: project.id } })
    const { token } = await logIn('leaver', 'leaver', 'leavers')
    await users.remove(admin, user.id)
    expect(await tokens.read(token)).toBeNull()
    expect(await assignments.list(admin, { target: { kind: 'project', id: project.id } }, false)).toEqual([])
  })

  it('removes with a domain what is in it', async () => {
    const { domains, users, projects, roles, assignments } = started.identity
    const domain = await domains.create(admin, { name: 'short-lived' })
    const project = await projects.create(admin, { name: 'p', domainId: domain.id })
    const [role] = await roles.list(admin, 'reader')
    for (const target of [
      { kind: 'project' as const, id: project.id },
      { kind: 'domain' as const, id: domain.id },
    ])
      await assignments.give(admin, { userId: admin.user.id, roleId: role?.id ?? '', target })
    await domains.update(admin, domain.id, { enabled: false })
    await domains.remove(admin, domain.id)
    expect(await projects.list(admin, { domainId: domain.id })).toEqual([])
    expect(await users.list(admin, { domainId: domain.id })).toEqual([])
    expect(await assignments.list(admin, { roleId: role?.id }, false)).toEqual([])
  })

  it('keeps one administrator when two remove each other at once', async () => {
    const { users, roles, assignments, projects } = started.identity
    const [project] = await projects.list(admin, { name: 'admin' })
    const [role] = await roles.list(admin, 'admin')
    const second = await users.create(admin, { name: 'second', password: 'second' })
    await assignments.give(admin, {
      userId: second.id,
      roleId: role?.id ?? '',
      target: { kind: 'project', id: project?.id ?? '' },
    })
    const removed = await Promise.allSettled([users.remove(admin, second.id), users.remove(admin, admin.user.id)])
    expect(removed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
}
