import { describe, expect, it } from 'vitest'
import { lastProjectOf } from './last-project'

describe('lastProjectOf', () => {
  it('takes the pair of the person, the newest of them', () =>
    expect(lastProjectOf('bob', 'bob lab,alice web,bob web,bobby lab')).toBe('web'))
  it('reads the one pair of older versions', () => expect(lastProjectOf('bob', 'bob lab')).toBe('lab'))
  it('knows nothing of whoever is not in it', () => {
    expect(lastProjectOf('carol', 'bob lab,alice web')).toBeUndefined()
    expect(lastProjectOf('carol', undefined)).toBeUndefined()
    expect(lastProjectOf('carol', 'carol')).toBeUndefined()
  })
  it('reads twenty pairs of the longest ids, and nothing that no browser of ours has written', () => {
    const id = (number: number) => String(number).padStart(64, 'f')
    const pairs = Array.from({ length: 20 }, (_, number) => `${id(number)} ${id(number + 1)}`)
    expect(lastProjectOf(id(0), pairs.join())).toBe(id(1))
    expect(lastProjectOf('bob', `bob lab,${'x'.repeat(4096)}`)).toBeUndefined()
  })
})
