import { describe, expect, it } from 'vitest'
import { imageQuery, readImageSearch } from './image-search'

const query = (search: string) => Object.fromEntries(new URLSearchParams(imageQuery(readImageSearch(`?${search}`), 'p1')))

describe('imageQuery', () => {
  it('asks for the project’s own images, newest first', () =>
    expect(query('')).toEqual({ owner: 'p1', sort: 'updated_at:desc', limit: '25' }))
  it('keeps a colon in a name literal', () => expect(query('name=a:b')).toMatchObject({ name: 'eq:a:b' }))
  it('takes a UUID for an id', () => {
    const id = '7c1b5f3e-2f0a-4b53-9a44-0d7b2f1f9e11'
    expect(query(`name=${id}`)).toMatchObject({ id })
  })
  it('goes on after the last marker', () => expect(query('after=a,b')).toMatchObject({ marker: 'b' }))
  it('ignores what the list cannot do', () => expect(query('sort=owner&tab=nope&status=bad')).toEqual(query('')))
  it('keeps the visibility of a tab', () =>
    expect(query('tab=public&visibility=private')).toMatchObject({ visibility: 'public' }))
})
