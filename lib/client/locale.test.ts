import { expect, it } from 'vitest'
import { chooseLocale, knownTimeZone } from './locale'

it('prefers what the person chose', () => expect(chooseLocale('zh', 'en-GB')).toBe('zh'))
it('takes the best language of the browser', () => expect(chooseLocale(undefined, 'fr, en;q=0.4, zh-CN;q=0.8')).toBe('zh'))
it('falls back to English', () => expect(chooseLocale('xx', 'fr')).toBe('en'))
it('does not take a time zone that does not exist', () => expect(knownTimeZone('Atlantis/Port')).toBe('UTC'))
