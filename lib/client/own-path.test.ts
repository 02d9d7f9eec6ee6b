import { expect, it } from 'vitest'
import { ownPath } from './own-path'

it('leads back to a page of this site', () => expect(ownPath('/images/1?x=2')).toBe('/images/1?x=2'))
it('leads to no header that breaks', () => expect(ownPath('/images\r\n?x=a\tb#c')).toBe('/images?x=ab#c'))
it.each([
  ...['https://evil.test/', '//evil.test', '/\\evil.test', '/\t/evil.test', '/\n/evil.test', '\t//evil.test', '/.//evil.test'],
  ...['/a/..//evil.test', '/\r\\evil.test', 'javascript:alert(1)', '/login?callbackUrl=/login', '/./login', '//[', undefined],
])('does not lead to %j', (given) => expect(ownPath(given)).toBe('/images'))
