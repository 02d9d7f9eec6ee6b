import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, it } from 'vitest'
import type { Locale } from '@/lib/client/locale'
import en from '@/lib/client/messages/en.json'
import zh from '@/lib/client/messages/zh.json'
import type { TermKind } from '@/lib/client/server-words'
import { useTerm } from './use-term'

function Term({ kind, word }: { kind: TermKind; word: string }) {
  return useTerm()(kind, word)
}

const shown = (locale: Locale, kind: TermKind, word: string) =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={locale === 'en' ? en : zh} timeZone="UTC">
      <Term kind={kind} word={word} />
    </IntlProvider>,
  )

it('names a word of the API as the page does, and the word itself', () => {
  expect(shown('zh', 'status', 'queued')).toBe('等待数据（queued）')
  expect(shown('zh', 'visibility', 'community')).toBe('社区（community）')
  expect(shown('zh', 'sharing.status', 'rejected')).toBe('已拒绝（rejected）')
  expect(shown('zh', 'metadefs.kindMany', 'tags')).toBe('标签（tags）')
})
it('leaves English, and what it does not know, as it is', () => {
  expect(shown('en', 'status', 'queued')).toBe('queued')
  expect(shown('zh', 'status', '404')).toBe('404')
  expect(shown('zh', 'status', '')).toBe('')
})
