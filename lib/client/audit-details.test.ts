import { expect, it } from 'vitest'
import { auditDetails, refusingAction } from './audit-details'

it('reads what a change was, and leaves what it does not know', () => {
  expect(auditDetails('role reader, user alice, project beta')).toEqual([
    ['role', 'reader'],
    ['user', 'alice'],
    ['project', 'beta'],
  ])
  expect(auditDetails('protected true, changed name hw_disk_bus')?.[1]).toEqual(['changed', 'name hw_disk_bus'])
  expect(auditDetails('resourceType OS::Glance::Image')).toEqual([['resourceType', 'OS::Glance::Image']])
  expect(auditDetails('userId 1, roleId 2')).toBeNull()
  expect(auditDetails('tag one, two')).toBeNull()
})

it('finds the policy that refused', () => {
  expect(refusingAction('The policy delete_image does not allow you to do this: it asks for role:member.')).toBe('delete_image')
  expect(refusingAction('Image is protected')).toBeNull()
})
