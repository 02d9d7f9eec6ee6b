import { describe, expect, it } from 'vitest'
import { imageListPath, imagesHref, isFiltered, nextPage, previousPage, readImageSearch } from './image-search'

const parameters = (search: string) => new URL(imageListPath(readImageSearch(`?${search}`), 'p1'), 'http://vitrine').searchParams
const query = (search: string) => Object.fromEntries(parameters(search))

describe('imageListPath', () => {
  it('asks for the project’s own images, newest first', () =>
    expect(query('')).toEqual({ owner: 'p1', sort: 'updated_at:desc', limit: '20' }))
  it('keeps a colon in a name literal', () => expect(query('name=a:b')).toMatchObject({ name: 'eq:a:b' }))
  it('lists several names, with commas and quotes in them', () =>
    expect(query('name=a,b&name=c%22d')).toMatchObject({ name: 'in:"a,b","c""d"' }))
  it('takes UUIDs for ids', () => {
    const [one, two] = ['7c1b5f3e-2f0a-4b53-9a44-0d7b2f1f9e11', '7c1b5f3e-2f0a-4b53-9a44-0d7b2f1f9e12']
    expect(query(`name=${one}`)).toMatchObject({ id: one })
    expect(query(`name=${one}&name=${two}`)).toMatchObject({ id: `in:"${one}","${two}"` })
  })
  it('lists several statuses', () =>
    expect(query('status=queued&status=active')).toMatchObject({ status: 'in:"queued","active"' }))
  it('asks for images that have every tag', () => expect(parameters('tag=a&tag=b').getAll('tag')).toEqual(['a', 'b']))
  it('asks for properties by their own names', () =>
    expect(query('property=os_distro%3Ddebian&property=note%3Da%3Db')).toMatchObject({ os_distro: 'debian', note: 'a=b' }))
  it('asks for no property that the API takes for something else', () =>
    expect(query('property=limit%3D1&property=size_min%3D3&property=%3Dx')).toEqual(query('')))
  it('bounds sizes on either side', () => {
    expect(query('size=10..20')).toMatchObject({ size_min: '10', size_max: '20' })
    expect(query('size=10..')).toMatchObject({ size_min: '10' })
    expect(query('min_ram=..512')).toEqual({ ...query(''), min_ram_max: '512' })
  })
  it('counts both days of a range as its own', () => {
    const [from, to] = parameters('created_at=2026-01-01..2026-01-31').getAll('created_at')
    expect(from).toBe(`gte:${new Date(2026, 0, 1).toISOString().replace('.000Z', 'Z')}`)
    expect(to).toBe(`lt:${new Date(2026, 1, 1).toISOString().replace('.000Z', 'Z')}`)
  })
  it('finds hidden images', () => expect(query('os_hidden=true')).toMatchObject({ os_hidden: 'true' }))
  it('goes on after the last marker', () => expect(query('after=a,b')).toMatchObject({ marker: 'b' }))
  it('ignores what the list cannot do', () =>
    expect(query('sort=owner&tab=nope&status=bad&size=x..&created_at=..&protected=maybe')).toEqual(query('')))
  it('keeps the visibility and the owner of a tab', () => {
    expect(query('tab=public&visibility=private')).toMatchObject({ visibility: 'public' })
    expect(query('owner=p2')).toMatchObject({ owner: 'p1' })
    expect(query('tab=all&owner=p2')).toMatchObject({ owner: 'p2', visibility: 'all' })
  })
})

describe('the address of a view', () => {
  it('comes back as it was', () => {
    const address = '?name=a%26b&status=queued&status=active&property=k%3Dv&size=..20&updated_at=2026-01-01..'
    expect(readImageSearch(imagesHref(readImageSearch(address)))).toEqual(readImageSearch(address))
  })
  it('says whether it is narrowed', () => {
    expect(isFiltered(readImageSearch('?tab=all&sort=name'))).toBe(false)
    expect(isFiltered(readImageSearch('?os_hidden=true'))).toBe(true)
    expect(isFiltered(readImageSearch('?owner=p2'))).toBe(false)
  })
})

describe('pages', () => {
  it('leave a way back in the address, which stays short', () => {
    let search = readImageSearch('')
    for (let page = 1; page <= 60; page++) search = { ...search, ...nextPage(search, `last-of-${page}`) }
    expect(search.after).toHaveLength(50)
    expect(search.after.at(-1)).toBe('last-of-60')
    expect(search.passed + search.after.length).toBe(60)
    for (let page = 60; page > 11; page--) search = { ...search, ...previousPage(search) }
    expect(search).toMatchObject({ after: ['last-of-11'], passed: 10 })
    expect(previousPage(search)).toEqual({ after: [], passed: 0 })
  })
  it('lead back to the first one', () => expect(previousPage(readImageSearch('?after=a'))).toEqual({ after: [], passed: 0 }))
})
