import { describe, expect, it } from 'vitest'
import { chooseLocale, knownTimeZone, languageOf, writtenLocale } from './locale'

it('prefers what the person chose', () => expect(chooseLocale('zh', 'en-GB')).toBe('zh'))
it('takes the best language of the browser', () => expect(chooseLocale(undefined, 'fr, en;q=0.4, zh-CN;q=0.8')).toBe('zh'))
it('falls back to English', () => expect(chooseLocale('xx', 'fr')).toBe('en'))
it('does not take a time zone that does not exist', () => expect(knownTimeZone('Atlantis/Port')).toBe('UTC'))

describe('writtenLocale', () => {
  it.each([
    ['en-GB,en-US;q=0.9,en;q=0.8', 'en-GB'],
    ['en-US;q=0.5, en-au', 'en-AU'],
    ['zh-CN, en-IE;q=0.3', 'en-IE'],
    ['en-001', 'en-001'],
    ['en', 'en-US'],
    ['de-DE, de;q=0.9, en;q=0.8', 'en-US'],
    ['*, en_GB, en-?', 'en-US'],
    [null, 'en-US'],
  ])('writes English for “%s” as in %s', (accepted, locale) => expect(writtenLocale('en', accepted)).toBe(locale))
  it('leaves Chinese as it is', () => expect(writtenLocale('zh', 'en-GB, zh-TW')).toBe('zh'))
  it('is of the language that it is written in', () =>
    expect(['en-GB', 'en', 'zh'].map((it) => languageOf(it as 'en'))).toEqual(['en', 'en', 'zh']))
})
