import { describe, expect, it } from 'vitest'
import type { Context } from '../context'
import { createPolicy } from './policy'

const caller: Context = {
  userId: 'u1',
  userName: 'ada',
  userDomainId: 'default',
  scope: 'project',
  projectId: 'p1',
  projectName: 'demo',
  projectDomainId: 'default',
  roles: ['member', 'reader'],
  expiresAt: new Date(Date.now() + 3_600_000),
  requestId: 'req-1',
  token: 't',
  isAdmin: false,
  signal: new AbortController().signal,
}
const admin = { ...caller, projectId: 'p9', roles: ['admin', 'member', 'reader'], isAdmin: true }
const reader = { ...caller, roles: ['reader'] }
const own = { project_id: 'p1', owner: 'p1', visibility: 'private' }
const other = { project_id: 'p2', owner: 'p2', visibility: 'private' }

describe('the default policies', () => {
  const policy = createPolicy()

  it('let a member change what its project owns, and nothing else', () => {
    expect(policy.allows(caller, 'modify_image', own)).toBe(true)
    expect(policy.allows(caller, 'modify_image', other)).toBe(false)
    expect(policy.allows(reader, 'modify_image', own)).toBe(false)
  })
  it('let an administrator of any project change everything', () => {
    expect(policy.allows(admin, 'modify_image', own)).toBe(true)
    expect(policy.allows(admin, 'publicize_image', own)).toBe(true)
  })
  it('let readers look, but only members download', () => {
    expect(policy.allows(reader, 'get_image', { ...other, visibility: 'public' })).toBe(true)
    expect(policy.allows(reader, 'download_image', { ...other, visibility: 'public' })).toBe(false)
    expect(policy.allows(caller, 'download_image', { ...other, visibility: 'community' })).toBe(true)
  })
  it('let the members of an image see it', () => {
    expect(policy.allows(reader, 'get_image', other)).toBe(false)
    expect(policy.allows(reader, 'get_image', { ...other, member_id: 'p1' })).toBe(true)
  })
  it('leave publishing to administrators', () => expect(policy.allows(caller, 'publicize_image', own)).toBe(false))
  it('want the owner of a new image to be the caller’s project', () => {
    expect(policy.allows(caller, 'add_image', own)).toBe(true)
    expect(policy.allows(caller, 'add_image', other)).toBe(false)
    expect(policy.allows(caller, 'add_image', { project_id: 'p1', owner: null })).toBe(false)
  })
  it.each(['system', 'domain', 'none'] as const)('refuse a token of scope %s even to an administrator', (scope) => {
    expect(policy.allows({ ...admin, scope, projectId: null }, 'get_images', own)).toBe(false)
  })
  it('say which policy refused', () => {
    expect(() => policy.authorize(caller, 'publicize_image', own)).toThrow(/publicize_image/)
  })
})

describe('the rule language', () => {
  const decide = (rule: string, target = {}) => createPolicy({ get_images: rule }).allows(caller, 'get_images', target)

  it.each([
    ['', true],
    ['@', true],
    ['!', false],
    ['role:MEMBER', true],
    ['not role:member', false],
    ['role:admin or role:member and role:reader', true],
    ['(role:admin or role:member) and role:nobody', false],
    ['not (role:admin or role:nobody)', true],
    ['rule:context_is_admin', false],
    ['rule:unheard_of', true],
    ['user_id:u1', true],
    ['is_admin:False', true],
    ["'x':%(nothing)s", false],
  ])('%j is %s', (rule, allowed) => expect(decide(rule)).toBe(allowed))

  it('fills in attributes of the target', () => {
    expect(decide('role:%(needed)s', { needed: 'member' })).toBe(true)
    expect(decide("'public':%(visibility)s", { visibility: 'public' })).toBe(true)
    expect(decide('project_id:%(project_id)s', { project_id: null })).toBe(false)
  })
  it.each(['(role:admin', 'role:admin)', 'role:admin or', 'admin', 'role:a role:b'])('refuses %j', (rule) => {
    expect(() => decide(rule)).toThrow()
  })
  it('refuses rules that refer to each other in a circle', () => {
    expect(() => createPolicy({ a: 'rule:b', b: 'not rule:a' })).toThrow(/circle/)
  })
})
