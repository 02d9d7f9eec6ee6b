import { describe, expect, it } from 'vitest'
import type { Directory, IdentityThing } from './identity'
import { lostWith, shutsOut, whyNotDeleted } from './identity-kept'

const thing = (id: string, domain_id?: string): IdentityThing => ({
  id,
  name: id,
  enabled: true,
  ...(domain_id && { domain_id }),
})
const grant = (user: string, role: string, project: string) => ({
  user: thing(user),
  role: thing(role),
  scope: { project: thing(project) },
})
const directory: Directory = {
  users: [thing('root', 'default'), thing('glance', 'default'), thing('second', 'branch'), thing('off', 'default')],
  projects: [thing('home', 'default'), thing('service', 'default'), thing('away', 'branch')],
  domains: [thing('default'), thing('branch')],
  roles: [thing('admin'), thing('member')],
  assignments: [grant('root', 'admin', 'home'), grant('glance', 'admin', 'service'), grant('second', 'member', 'away')],
}
const visitor = { user: { id: 'nobody' }, project: { id: 'nothing' } }
const user = (id: string) => ({ kind: 'user', thing: thing(id, 'default') }) as const
const project = (id: string) => ({ kind: 'project', thing: thing(id, 'default') }) as const
const domain = (id: string, enabled = true) => ({ kind: 'domain', thing: { ...thing(id), enabled } }) as const

describe('what cannot be deleted', () => {
  it('is what the service itself works with', () => {
    expect(whyNotDeleted(user('glance'), visitor, directory)).toBe('service')
    expect(whyNotDeleted(project('service'), visitor, directory)).toBe('service')
    expect(whyNotDeleted(domain('default', false), visitor, directory)).toBe('service')
    expect(whyNotDeleted({ kind: 'user', thing: { ...thing('x', 'branch'), name: 'glance' } }, visitor, directory)).toBe(null)
  })
  it('is the own user, the project one works in and the domains of both', () => {
    const own = { user: { id: 'second' }, project: { id: 'away' } }
    expect(whyNotDeleted(user('second'), own, directory)).toBe('own')
    expect(whyNotDeleted(project('away'), own, directory)).toBe('own')
    expect(whyNotDeleted(domain('branch', false), own, directory)).toBe('own')
  })
  it('is what the last administrator needs; the service’s own role does not count', () => {
    expect(whyNotDeleted(user('root'), visitor, directory)).toBe('lastAdministrator')
    expect(whyNotDeleted(project('home'), visitor, directory)).toBe('lastAdministrator')
    const another = { ...directory, assignments: [...directory.assignments, grant('second', 'admin', 'away')] }
    expect(whyNotDeleted(user('root'), visitor, another)).toBe(null)
    expect(whyNotDeleted(project('home'), visitor, another)).toBe(null)
  })
  it('does not count administrators who cannot sign in', () => {
    const users = directory.users.map((each) => (each.id === 'off' ? { ...each, enabled: false } : each))
    const assignments = [...directory.assignments, grant('off', 'admin', 'away')]
    expect(whyNotDeleted(user('root'), visitor, { ...directory, users, assignments })).toBe('lastAdministrator')
  })
  it('is a domain with the last administrator, and one that is enabled', () => {
    const assignments = [grant('second', 'admin', 'home')]
    expect(whyNotDeleted(domain('branch', false), visitor, { ...directory, assignments })).toBe('lastAdministrator')
    expect(whyNotDeleted(domain('branch'), visitor, directory)).toBe('enabled')
    expect(whyNotDeleted(domain('branch', false), visitor, directory)).toBe(null)
  })
})

it('shuts oneself out to disable the own account, its domain or the own project, and nothing of the same name', () => {
  const own = { user: { id: 'second' }, project: { id: 'home' } }
  expect(shutsOut(user('second'), own, directory)).toBe(true)
  expect(shutsOut(project('home'), own, directory)).toBe(true)
  expect(shutsOut(domain('branch'), own, directory)).toBe(true)
  expect(shutsOut(domain('default'), own, directory)).toBe(false)
  expect(shutsOut({ kind: 'domain', thing: { ...thing('x'), name: 'branch' } }, own, directory)).toBe(false)
})

it('counts what goes with a user, a project and a domain', () => {
  expect(lostWith(user('root'), directory)).toEqual({ users: 0, projects: [], assignments: 1 })
  expect(lostWith(project('away'), directory)).toMatchObject({ assignments: 1 })
  expect(lostWith(domain('branch'), directory)).toEqual({ users: 1, projects: [thing('away', 'branch')], assignments: 1 })
})
