import { test as base, type Page } from '@playwright/test'
import { type AdministeredCloud, startAdministeredCloud } from './administration'

/** Tests on a server with two stores and a cache. */
export const test = base.extend<{ page: Page }, { administered: AdministeredCloud }>({
  administered: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const administered = await startAdministeredCloud()
      await use(administered)
      await administered.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ administered }, use) => use(administered.server.url),
})
