import { expect, it } from 'vitest'
import { amongAll } from './all-tabs'
import { imageListPath, readImageSearch } from './image-search'

const asked = (address: string) => imageListPath(amongAll(readImageSearch(address)), 'p1')

it('searches all tabs for the same, from the first page', () =>
  expect(asked('?name=cirros&status=active&sort=name&dir=asc&after=a,b&passed=50')).toBe(
    '/v2/images?name=eq%3Acirros&status=active&visibility=all&sort=name%3Aasc&limit=20',
  ))
it('drops what the tab did not heed', () => {
  expect(asked('?name=x&owner=p2&member_status=pending')).not.toMatch(/owner|member_status/)
  expect(asked('?tab=shared&name=x&visibility=private&owner=p2')).toMatch(/owner=p2&visibility=all/)
})
it('keeps the visibility that the tab leaves open', () => expect(asked('?name=x&visibility=public')).toMatch(/visibility=public/))
