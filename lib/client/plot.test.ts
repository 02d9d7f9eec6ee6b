import { describe, expect, it } from 'vitest'
import { plotArea, plotHeight, plotMark, plotPath, plotTop } from './plot'

const frame = { width: 100, height: 50, from: 1000, to: 3000, top: 10 }

describe('a plot', () => {
  it('holds each value until the next, and claims nothing before the first', () => {
    const points = [
      { at: 1500, value: 0 },
      { at: 2000, value: 5 },
      { at: 3000, value: 10 },
    ]
    expect(plotPath(points, frame)).toBe('M25 50H50V25H100V0')
    expect(plotArea(points, frame)).toBe('M25 50H50V25H100V0V50H25Z')
  })
  it('is a dot for one point, and nothing for none', () => {
    expect(plotPath([{ at: 3000, value: 5 }], frame)).toBe('M100 25H100')
    expect(plotMark({ at: 3000, value: 5 }, frame)).toBe('M100 25h0')
    expect([plotPath([], frame), plotArea([], frame)]).toEqual(['', ''])
  })
  it('shows its limit unless that is out of sight', () => {
    const points = [{ at: 0, value: 4 }]
    expect([plotTop(points, 10), plotTop(points, 13), plotTop(points, 3), plotTop(points, null)]).toEqual([10, 4, 4, 4])
    expect(plotTop([{ at: 0, value: 0 }], null)).toBe(1)
    expect(plotHeight(10, frame)).toBe(0)
  })
})
