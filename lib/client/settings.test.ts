import { describe, expect, it } from 'vitest'
import { readSettings, settingsCookie } from './settings'

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
