import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, it } from 'vitest'
import type { Locale } from '@/lib/client/locale'
import { definitionTextsQuery } from '@/lib/client/metadefs/definition-texts'
import { useDefinitionText } from './use-definition-text'

function Texts() {
  const say = useDefinitionText()
  return [say('Disk bus'), say('Bus of ours')].join(' | ')
}

async function shown(locale: Locale): Promise<string> {
  const client = new QueryClient()
  await client.prefetchQuery(definitionTextsQuery(locale))
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale={locale} messages={{}} timeZone="UTC">
        <Texts />
      </IntlProvider>
    </QueryClientProvider>,
  )
}

it('says what Vitrine ships in the language of the page, and anything else as it was written', async () => {
  expect(await shown('zh')).toBe('磁盘总线 | Bus of ours')
  expect(await shown('en')).toBe('Disk bus | Bus of ours')
})
