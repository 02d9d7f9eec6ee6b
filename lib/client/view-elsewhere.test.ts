import { describe, expect, it } from 'vitest'
import { viewElsewhere } from './view-elsewhere'

const id = '0c6f6a3d-2b5e-4f7c-9a1d-8e7b6c5a4f3e'
const switched = (search: string, pathname = '/images') => viewElsewhere({ pathname, search })

describe('the list after a switch of the project', () => {
  it('keeps filters and sorting', () =>
    expect(switched('?tab=public&status=active&status=queued&sort=name&dir=asc')).toBe(
      '/images?tab=public&status=active&status=queued&sort=name&dir=asc',
    ))
  it('leaves out what the other project does not have', () =>
    expect(switched(`?owner=p1&after=${id}&passed=3&name=${id}&name=debian`)).toBe('/images?name=debian'))
  it('is the whole list from any other page', () => {
    expect(switched('?status=active', '/shares')).toBe('/images')
    expect(switched('')).toBe('/images')
  })
})
