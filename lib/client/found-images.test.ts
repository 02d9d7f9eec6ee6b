import { describe, expect, it } from 'vitest'
import { matching } from './found-images'
import type { ImageView } from './image-view'

const image = (id: string, name: string | null) => ({ id, name }) as ImageView
const last = [image('aa1', 'Debian 13'), image('bb2', null), image('cc3', 'old debian')]
const found = (text: string, exact: ImageView[] = []) => matching(text, exact, last).map(({ id }) => id)

describe('images that are searched', () => {
  it('contain the text in any case', () => expect(found('DEBIAN')).toEqual(['aa1', 'cc3']))
  it('begin with the text in their id', () => expect(found('bb')).toEqual(['bb2']))
  it('come once, what is exactly meant first', () =>
    expect(found('debian', [image('dd4', 'debian'), image('cc3', 'debian')])).toEqual(['dd4', 'cc3', 'aa1']))
  it('are not there where nothing fits', () => expect(found('nothing')).toEqual([]))
})
