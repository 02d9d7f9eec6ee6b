import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, it } from 'vitest'
import type { Locale } from '@/lib/client/locale'
import en from '@/lib/client/messages/en.json'
import zh from '@/lib/client/messages/zh.json'
import { useJoined } from './use-joined'

function Lists() {
  const { items, facts, aside } = useJoined()
  return `${items(['a', 'b', 'c'])} | ${facts(['d', 'e'])}${aside(2)} | ${items(['f'])}`
}

const shown = (locale: Locale) =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={locale === 'en' ? en : zh} timeZone="UTC">
      <Lists />
    </IntlProvider>,
  )

it('sets the marks of the language between texts', () => {
  expect(shown('en')).toBe('a, b, c | d, e (2) | f')
  expect(shown('zh')).toBe('a、b、c | d，e（2） | f')
})
