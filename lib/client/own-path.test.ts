import { expect, it } from 'vitest'
import { ownPath } from './own-path'

it('leads back to a page of this site', () => expect(ownPath('/images/1?x=2')).toBe('/images/1?x=2'))
it.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)', '/login?callbackUrl=/login', undefined])(
  'does not lead to %s',
  (given) => expect(ownPath(given)).toBe('/images'),
)
