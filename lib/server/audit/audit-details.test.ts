import { expect, it } from 'vitest'
import { detailsOf, identityChanges, imageChanges, noteDetails } from './audit-details'

const replace = (field: string, value: unknown) => ({ op: 'replace' as const, path: [field], value, strictAdd: false })

it('tells of an image who has it and who sees it, of its other fields only the names', () => {
  const ctx = {}
  const operations = [replace('name', 'hidden-text'), replace('owner', 'p-other'), replace('protected', true)]
  noteDetails(ctx, imageChanges([...operations, { op: 'remove', path: ['hw_disk_bus'] }, replace('name', 'again')]))
  expect(detailsOf(ctx)).toBe('owner p-other, protected true, changed name hw_disk_bus')
})

it('tells whether somebody may sign in, and never the password', () => {
  const ctx = {}
  noteDetails(ctx, identityChanges({ enabled: false, ...{ password: 'hidden-text', email: undefined } }))
  expect(detailsOf(ctx)).toBe('enabled false, changed password')
})

it('knows nothing of what nobody has told', () => expect(detailsOf({})).toBeUndefined())
