import { describe, expect, it } from 'vitest'
import type { ImageView } from './image-view'
import { steadyRows } from './live-rows'

const image = (id: string, status = 'active') => ({ id, status }) as ImageView

describe('steadyRows', () => {
  it('changes rows in their places', () =>
    expect(steadyRows([image('a'), image('b', 'saving')], [image('b'), image('a')])).toEqual({
      rows: [image('a'), image('b')],
      waiting: [],
      lost: [],
    }))
  it('lets new rows wait', () =>
    expect(steadyRows([image('a')], [image('c'), image('b'), image('a')]).waiting).toEqual([image('c'), image('b')]))
  it('keeps the place of a row that went, and says which', () =>
    expect(steadyRows([image('a'), image('b')], [image('b')])).toEqual({
      rows: [image('a'), image('b')],
      waiting: [],
      lost: ['a'],
    }))
})
