import { describe, expect, it } from 'vitest'
import { inOrder } from './table-order'

const rows = [
  { name: 'node-10', size: 5, on: true },
  { name: 'Node-9', size: null, on: false },
  { name: 'älter', size: 20, on: true },
]
const sorted = (key: 'name' | 'size' | 'on', dir: 'asc' | 'desc') => inOrder(rows, dir, (row) => row[key]).map(({ name }) => name)

describe('a table that has all its rows', () => {
  it('sorts names as people do', () => {
    expect(sorted('name', 'asc')).toEqual(['älter', 'Node-9', 'node-10'])
    expect(sorted('name', 'desc')).toEqual(['node-10', 'Node-9', 'älter'])
  })
  it('sorts numbers by their size, and leaves what has none to the end', () => {
    expect(sorted('size', 'asc')).toEqual(['node-10', 'älter', 'Node-9'])
    expect(sorted('size', 'desc')).toEqual(['älter', 'node-10', 'Node-9'])
  })
  it('keeps equals in their order', () => expect(sorted('on', 'desc')).toEqual(['node-10', 'älter', 'Node-9']))
})
