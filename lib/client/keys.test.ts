import { describe, expect, it } from 'vitest'
import { createKeyReader } from './keys'

const pressed = (keys: string, pauseMs = 100) => {
  const reader = createKeyReader()
  return [...keys].map((key, order) => reader.press(key, order * pauseMs))
}

describe('keys', () => {
  it('act by themselves', () => expect(pressed('ujk?')).toEqual(['upload', 'nextRow', 'previousRow', 'keys']))
  it('act after the first of two', () => expect(pressed('gigu')).toEqual([null, 'toImages', null, 'toUploads']))
  it('forget the first of two after a while', () => expect(pressed('gu', 2000)).toEqual([null, 'upload']))
  it('act by themselves where the two mean nothing', () => expect(pressed('gju')).toEqual([null, 'nextRow', 'upload']))
  it('take the first of two again', () => expect(pressed('ggi')).toEqual([null, null, 'toImages']))
  it('leave alone what means nothing', () => expect(pressed('qi1')).toEqual([null, null, null]))
})
