import { expect, it } from 'vitest'
import { byteShare, byteText } from './byte-text'

it('chooses the unit', () =>
  expect([0, 1023, 1024, 1536 * 1024, 8 * 1024 ** 3].map((n) => byteText(n, 'en'))).toEqual([
    '0 B',
    '1,023 B',
    '1.0 KiB',
    '1.5 MiB',
    '8.0 GiB',
  ]))
it('writes a share in the unit of the whole', () =>
  expect(byteShare(512 * 1024 ** 2, 8 * 1024 ** 3, 'en')).toEqual({ sent: '0.5', total: '8.0', unit: 'GiB' }))
