import { describe, expect, it } from 'vitest'
import { plotHeight, plotPath, plotTop } from './plot'

const frame = { width: 100, height: 50, from: 1000, to: 3000, top: 10 }

describe('a plot', () => {
  it('goes through its points, from the left and the bottom', () => {
    const points = [
      { at: 1000, value: 0 },
      { at: 2000, value: 5 },
      { at: 3000, value: 10 },
    ]
    expect(plotPath(points, frame)).toBe('M0 50L50 25L100 0')
  })
  it('is a line from side to side for one point, and nothing for none', () => {
    expect(plotPath([{ at: 3000, value: 5 }], frame)).toBe('M0 25L100 25')
    expect(plotPath([], frame)).toBe('')
  })
  it('shows its limit unless that is out of sight', () => {
    const points = [{ at: 0, value: 4 }]
    expect([plotTop(points, 10), plotTop(points, 13), plotTop(points, 3), plotTop(points, null)]).toEqual([10, 4, 4, 4])
    expect(plotTop([{ at: 0, value: 0 }], null)).toBe(1)
    expect(plotHeight(10, frame)).toBe(0)
  })
})
