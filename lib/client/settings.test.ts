import { describe, expect, it } from 'vitest'
import { lookOnArrival, readSettings, settingsCookie } from './settings'

describe('settings', () => {
  it('are the usual ones where nobody has chosen', () =>
    expect(readSettings(undefined)).toEqual({ density: 'comfortable', keys: true, theme: undefined, language: undefined }))
  it('are read from the cookie', () =>
    expect(readSettings('density=compact&keys=off&theme=dark&language=zh')).toEqual({
      ...{ density: 'compact', keys: false, theme: 'dark', language: 'zh' },
    }))
  it('ignore what they do not know', () => expect(readSettings('density=tiny&keys=%').density).toBe('comfortable'))
  it('are kept apart by user, whatever its id is', () => expect(settingsCookie('a;b=ä1')).toBe('vitrine-settings-a_b__1'))
})

describe('the look of a browser', () => {
  const own = { ...readSettings('theme=dark&language=zh') }
  const none = readSettings(undefined)
  const arriving = { lastUser: 'somebody', userId: 'me', newcomersLanguage: null }
  it('becomes that of who arrives', () => expect(lookOnArrival(own, arriving)).toEqual({ theme: 'dark', language: 'zh' }))
  it('does not stay that of somebody else where nothing was ever chosen', () =>
    expect(lookOnArrival(none, arriving)).toEqual({ theme: 'system', language: undefined }))
  it('has the language that was just chosen on the sign-in page', () =>
    expect(lookOnArrival(own, { ...arriving, newcomersLanguage: 'en' })?.language).toBe('en'))
  it('stays as it is for the same person, and for the first one', () => {
    expect(lookOnArrival(none, { ...arriving, lastUser: 'me' })).toBeNull()
    expect(lookOnArrival(none, { ...arriving, lastUser: null })).toBeNull()
  })
})
