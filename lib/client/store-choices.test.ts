import { describe, expect, it } from 'vitest'
import { hasTarget } from './store-choices'

const taking = (id: string) => ({ id })
const readOnly = (id: string) => ({ id, 'read-only': 'true' as const })

describe('hasTarget', () => {
  it('finds none where the only store that takes data has them', () =>
    expect(hasTarget([taking('fast'), readOnly('web')], ['fast'])).toBe(false))
  it('finds none where there is no choice of stores', () => expect(hasTarget([], [])).toBe(false))
  it('finds the only store that takes data where they are in a read-only one', () =>
    expect(hasTarget([taking('fast'), readOnly('web')], ['web'])).toBe(true))
  it('finds one among several, even where all have the data, because their states are shown there', () =>
    expect(hasTarget([taking('fast'), taking('slow')], ['fast', 'slow'])).toBe(true))
})
