import { describe, expect, it } from 'vitest'
import { type AdminImageSearch, adminImagePath, copyableImagesPath } from './admin-images'
import { wholeList } from './image-search'

const order = { sort: null, dir: null }
const nothing: AdminImageSearch = { name: '', project: '', status: null, stuck: null, hidden: false, ...order, after: [] }
const noon = Date.parse('2026-11-23T12:00:00Z')

function asked(changes: Partial<AdminImageSearch>, owner?: string): Record<string, string> {
  const query = adminImagePath({ ...nothing, ...changes }, owner, noon).split('?')[1]
  return Object.fromEntries(new URLSearchParams(query))
}

describe('what is asked for all projects’ images', () => {
  it('is everything that may be seen, the last changed first', () =>
    expect(asked({})).toEqual({ visibility: 'all', limit: '25', sort: 'updated_at:desc' }))
  it('is what has waited for so long, the longest first', () =>
    expect(asked({ stuck: '1d' })).toMatchObject({
      status: 'in:queued,saving,uploading,importing',
      updated_at: 'lt:2026-11-22T12:00:00Z',
      sort: 'updated_at:asc',
    }))
  it('comes in the order that is asked for, stuck or not', () => {
    expect(asked({ sort: 'name', dir: 'asc' })).toMatchObject({ sort: 'name:asc' })
    expect(asked({ stuck: '1d', sort: 'size' })).toMatchObject({ sort: 'size:desc' })
    expect(asked({ stuck: '1d', sort: 'updated_at', dir: 'desc' })).toMatchObject({ sort: 'updated_at:desc' })
  })
  it('keeps to one status of those where one is chosen', () =>
    expect(asked({ stuck: '1h', status: 'importing' })).toMatchObject({
      status: 'importing',
      updated_at: 'lt:2026-11-23T11:00:00Z',
    }))
  it('takes an id for an id, and anything else for a whole name', () => {
    const id = '0c6f6a3d-2b5e-4f7c-9a1d-8e7b6c5a4f3e'
    expect(asked({ name: ` ${id} ` })).toMatchObject({ id })
    expect(asked({ name: 'in:tricky' })).toMatchObject({ name: 'eq:in:tricky' })
  })
  it('has the project, the hidden ones, and the page', () =>
    expect(asked({ hidden: true, after: ['a', 'b'] }, 'p1')).toMatchObject({ owner: 'p1', os_hidden: 'true', marker: 'b' }))
  it('is everything that a page is a part of, in an order that no change disturbs', () => {
    const page: Partial<AdminImageSearch> = { stuck: '1d', sort: 'name', dir: 'desc', after: ['a', 'b'] }
    expect(asked({ ...page, ...wholeList }, 'p1')).toEqual({
      visibility: 'all',
      limit: '25',
      owner: 'p1',
      status: 'in:queued,saving,uploading,importing',
      updated_at: 'lt:2026-11-22T12:00:00Z',
      sort: 'created_at:asc',
    })
  })
  it('is only what can be copied, for copies', () =>
    expect(copyableImagesPath({ name: 'x', after: ['m'] })).toBe(
      '/v2/images?visibility=all&limit=25&name=eq%3Ax&status=active&sort=updated_at%3Adesc&marker=m',
    ))
})
