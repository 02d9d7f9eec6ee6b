import { expect, it } from 'vitest'
import { holds, type RoleAssignment } from './identity'

const named = (id: string) => ({ id, name: id })
const assignments: RoleAssignment[] = [
  { user: named('alice'), role: named('member'), scope: { project: named('demo') } },
  { user: named('alice'), role: named('admin'), scope: { domain: named('demo') } },
]
const on = (kind: 'project' | 'domain') => ({ userId: 'alice', roleId: 'member', scope: { kind, id: 'demo' } })

it('knows a role that somebody has there already from the same one elsewhere', () => {
  expect(holds({ assignments }, on('project'))).toBe(true)
  expect(holds({ assignments }, on('domain'))).toBe(false)
  expect(holds({ assignments }, { ...on('project'), roleId: 'admin' })).toBe(false)
  expect(holds({ assignments }, { ...on('project'), userId: 'bob' })).toBe(false)
})
