import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { type CheckResult, checkResultSchema, type Verdict } from '@/lib/contract/diagnostics'
import { allChecks } from '@/lib/server/diagnostics/all-checks'
import { createDiagnosisWords } from './diagnosis-words'
import type { Locale } from './locale'
import en from './messages/en.json'
import zh from './messages/zh.json'

const messages = { en, zh }

function wordsIn(locale: Locale) {
  const all: typeof en = messages[locale]
  return createDiagnosisWords(createTranslator({ locale, messages: all, namespace: 'diagnostics' }), locale)
}

const causes = checkResultSchema.shape.cause.unwrap().options
const skipReasons = checkResultSchema.shape.skipped.unwrap().options
const accepted: CheckResult = { name: 'token', status: 'pass', summary: 'Accepted.', evidence: [], milliseconds: 1 }
const verdict = (parts: Partial<Verdict>): Verdict => ({
  cause: null,
  sentence: 'Server.',
  who: 'nobody',
  certainty: 'certain',
  ...parts,
})

describe.each(['en', 'zh'] as const)('the words in %s', (locale) => {
  it('are there for every cause, and for no other', () =>
    expect(Object.keys(messages[locale].diagnostics.cause).toSorted()).toEqual(causes.toSorted()))
  it('are there for every reason to skip a check, and for no other', () =>
    expect(Object.keys(messages[locale].diagnostics.skipped).toSorted()).toEqual(skipReasons.toSorted()))
  it('are there for every check, and for no other but that of the browser', () => {
    const checks = [...allChecks.map(({ name }) => name), 'browserClock']
    expect(Object.keys(messages[locale].diagnostics.check).toSorted()).toEqual(checks.toSorted())
  })
  it.each(causes)('say what %s is and what to do', (cause) => {
    const { says, do: advice } = messages[locale].diagnostics.cause[cause]
    const words = wordsIn(locale)
    expect(says.length > 5 && advice.length > 3).toBe(true)
    expect(words.verdict(verdict({ cause, who: 'operator' }), [])).toEqual({
      text: expect.stringContaining(says),
      lang: undefined,
    })
    expect(words.advice({ cause })?.text).toBe(advice)
  })
})

describe('a verdict', () => {
  it('begins with the sign-in where somebody else has to act', () => {
    const keystone = verdict({ cause: 'serviceUserPassword', who: 'operator' })
    expect(wordsIn('en').verdict(keystone, [accepted]).text).toBe(
      'Your sign-in is fine. The image service can’t check sign-ins with Keystone: its user name or password is wrong, or its account is disabled or locked. Only the operator can fix this.',
    )
    expect(wordsIn('zh').verdict(keystone, [accepted]).text).toBe(
      '您的登录没有问题。镜像服务无法向 Keystone 验证登录：它的用户名或密码不对，或它的账号被禁用或锁定。只有运维人员能解决。',
    )
  })
  it('of nothing says so', () => expect(wordsIn('zh').verdict(verdict({}), [accepted]).text).toMatch(/^一切正常/))
  it('of a cause that only the server knows is in its words', () => {
    const unknown = { ...verdict({ sentence: 'New.' }), cause: 'newer' as Verdict['cause'] }
    expect(wordsIn('zh').verdict(unknown, [])).toEqual({ text: 'New.', lang: 'en' })
    expect(wordsIn('en').verdict(unknown, [])).toEqual({ text: 'New.', lang: undefined })
  })
})

describe('a check', () => {
  it('is told in Chinese by its cause, else by itself', () => {
    const { summary } = wordsIn('zh')
    expect(summary(accepted).text).toBe('Keystone 接受您的令牌。')
    expect(summary({ ...accepted, status: 'fail', cause: 'tokenExpired' }).text).toBe('您的登录已过期。')
    expect(summary({ ...accepted, status: 'skipped' }).text).toBe('未检查。')
  })
  it('that only the server knows is in its words', () =>
    expect(wordsIn('zh').summary({ ...accepted, name: 'newer' })).toEqual({ text: 'Accepted.', lang: 'en' }))
})
