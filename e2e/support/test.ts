import { test as base, type Page } from '@playwright/test'
import { type Cloud, connect } from './cloud'
import { type RunningServer, startServer } from './server'

interface Fixtures {
  /** A page whose person is signed in, at the image list. */
  dashboard: Page
}

interface Worker {
  server: RunningServer
  cloud: Cloud
}

export const test = base.extend<Fixtures, Worker>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  cloud: [async ({ server }, use) => use(await connect(server)), { scope: 'worker' }],
  baseURL: ({ server }, use) => use(server.url),
  async dashboard({ page, server }, use) {
    await signIn(page, server.password)
    await use(page)
  },
})

export { expect } from '@playwright/test'

export async function signIn(page: Page, password: string, name = 'admin'): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('User name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  // The list is fetched by the page's own code: once it stands there, the page listens to drops and keys.
  await page.locator('main').locator('tbody a, h2').first().waitFor()
}
