import { test as base, type Cookie, type Page } from '@playwright/test'
import { type Cloud, connect } from './cloud'
import { type RunningServer, startServer } from './server'

interface Fixtures {
  /** A page whose person is signed in, at the image list. */
  dashboard: Page
}

interface Worker {
  /** Lines of the server's configuration beside those of its identity; said by `test.use` for a whole file. */
  serverConfig: string
  server: RunningServer
  cloud: Cloud
  /** The administrator's session; each test gets it, as long as it lasts. */
  session: { cookies: Cookie[] }
}

export const test = base.extend<Fixtures, Worker>({
  serverConfig: ['', { scope: 'worker', option: true }],
  server: [
    async ({ serverConfig }, use) => {
      const server = await startServer({ config: serverConfig })
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  cloud: [async ({ server }, use) => use(await connect(server)), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  session: [async ({}, use) => use({ cookies: [] }), { scope: 'worker' }],
  baseURL: ({ server }, use) => use(server.url),
  async dashboard({ page, context, server, session }, use) {
    await context.addCookies(session.cookies)
    if (await isSignedIn(page)) {
      await page.goto('/images')
      await imageList(page).waitFor()
    } else {
      await context.clearCookies()
      await signIn(page, server.password)
      session.cookies = await context.cookies()
    }
    await use(page)
  },
})

export { expect } from '@playwright/test'

export async function signIn(page: Page, password: string, name = 'admin'): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('User name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await imageList(page).waitFor()
}

const isSignedIn = async (page: Page) => (await page.request.get('/v2/images?limit=1')).ok()

/** The list is fetched by the page's own code: once it stands there, the page listens to drops and keys. */
export const imageList = (page: Page) => page.locator('main').locator('tbody a, h2').first()
