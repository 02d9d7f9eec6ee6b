import { describe, expect, it } from 'vitest'
import { columnsIn, usualColumns } from './image-columns'
import { renamed, viewsIn, withView } from './saved-views'

const golden = { name: 'golden', query: '?tag=golden', columns: 'status tags' }
const hidden = { name: 'hidden', query: '?os_hidden=true', columns: 'status' }

describe('saved views', () => {
  it('come back as they were kept', () => expect(viewsIn(JSON.stringify([golden, hidden]))).toEqual([golden, hidden]))
  it('are none where nothing was kept, or something else', () => {
    expect(viewsIn(null)).toEqual([])
    expect(viewsIn('{')).toEqual([])
    expect(viewsIn('[{"name":"x","query":"javascript:alert(1)","columns":""},null]')).toEqual([])
  })
  it('replace one of the same name', () =>
    expect(withView([golden, hidden], { ...hidden, name: ' golden ' })).toEqual([{ ...hidden, name: 'golden' }, hidden]))
  it('take another name, and its place', () => {
    expect(renamed([golden, hidden], 'golden', 'best')).toEqual([{ ...golden, name: 'best' }, hidden])
    expect(renamed([golden, hidden], 'golden', 'hidden')).toEqual([{ ...golden, name: 'hidden' }])
    expect(renamed([golden], 'golden', ' ')).toEqual([golden])
  })
})

describe('columns', () => {
  it('are the usual ones until others are chosen', () => expect(columnsIn(null)).toEqual(usualColumns))
  it('may be none', () => expect(columnsIn('')).toEqual([]))
  it('keep their order, and pass over what there is not', () =>
    expect(columnsIn('tags status nonsense')).toEqual(['status', 'tags']))
})
