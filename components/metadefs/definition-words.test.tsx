import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, it } from 'vitest'
import { DefinitionWords } from './definition-words'

const shown = (text: string) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="en" messages={{}} timeZone="UTC">
        <DefinitionWords text={text} />
      </IntlProvider>
    </QueryClientProvider>,
  )

it('shows what stands between backticks as code, and leaves a lone one', () => {
  expect(shown('As `uname -m` and `arch` print.')).toBe(
    'As <code class="font-mono">uname -m</code> and <code class="font-mono">arch</code> print.',
  )
  expect(shown('A lone ` stays.')).toBe('A lone ` stays.')
})
