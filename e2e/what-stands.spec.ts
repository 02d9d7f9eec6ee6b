import type { Locator, Page } from '@playwright/test'
import { comeBackUntil } from './support/come-back'
import { expect, test } from './support/test'

const ownerName = `giver-${Date.now()}`
const offer = (page: Page) => page.getByRole('article', { name: 'offered' })

/** Pages, each with something that stands there once what it is about has come. */
const pagesOf = (id: string): Record<string, (page: Page) => Locator> => ({
  [`/images/${id}`]: (page) => page.getByRole('heading', { name: 'Custom properties' }),
  [`/images/${id}/properties`]: (page) => page.getByRole('heading', { name: 'Custom properties' }),
  [`/images/${id}/sharing`]: (page) => page.getByRole('button', { name: 'Make Public' }),
  [`/images/${id}/activity`]: (page) => page.getByRole('list', { name: 'Stages' }),
  '/metadefs/OS%3A%3ACompute%3A%3AWatchdog': (page) => page.getByText('watchdog_action', { exact: true }),
  '/shares': (page) => offer(page).getByText(ownerName, { exact: true }),
  '/admin/policy': (page) => page.getByRole('table', { name: 'Policy' }),
})

let id: string
test.beforeAll(async ({ cloud }) => {
  await cloud.deleteImages()
  const { id: own, owner } = await cloud.createImage({ name: 'standing', visibility: 'private' })
  id = own
  const other = await cloud.createProject(ownerName)
  const offered = await cloud.createImage({ name: 'offered', visibility: 'shared', owner: other })
  await cloud.shareImage(offered.id, String(owner))
})

test('what is not there is said in one way on each of its pages, with the way back and to the checks', async ({
  dashboard: page,
}) => {
  for (const side of ['', '/properties', '/sharing', '/activity']) {
    await page.goto(`/images/nothing${side}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This image doesn’t exist, or your project can’t see it')
    await expect(page.getByRole('main').getByRole('link', { name: 'Back to images' })).toHaveAttribute('href', '/images')
    await expect(page.getByRole('link', { name: 'Diagnose' })).toHaveAttribute('href', /request=req-.*image=nothing/)
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  }
  await page.goto('/metadefs/nothing')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This namespace doesn’t exist, or your project can’t see it')
  await expect(page.getByRole('link', { name: 'Diagnose' })).toHaveAttribute('href', /request=req-/)
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  await page.getByRole('link', { name: 'Back to metadata definitions' }).click()
  await expect(page).toHaveURL(/\/metadefs$/)
})

test('what is shown stays where asking again fails, below the reason', async ({ dashboard: page }) => {
  for (const [path, standing] of Object.entries(pagesOf(id))) {
    await page.goto(path)
    await standing(page).first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.route(/\/(v2|api)\/(?!auth)/, (route) => route.fulfill({ status: 503, body: '<title>503 Out of order</title>' }))
    // As somebody does who comes back to the tab after what is known has grown old.
    const failed = page.getByRole('main').getByRole('alert').filter({ hasText: 'Shown below is what was last known' })
    await comeBackUntil(page, () => expect(failed.first()).toBeVisible({ timeout: 500 }))
    await expect(standing(page).first(), path).toBeVisible()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }
})

test('what is to come has its place, and next to nothing moves when it comes', async ({ dashboard: page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.route(/\/(v2|api|identity)\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 250))
    await route.fallback()
  })
  for (const [path, standing] of Object.entries(pagesOf(id))) {
    await page.goto(path)
    await standing(page).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await moved(page), path).toBeLessThan(0.01)
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a share is as high before the name of its owner has come as after', async ({ dashboard: page }) => {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/api\/projects/, async (route) => {
    await released
    await route.fallback()
  })
  await page.goto('/shares')
  await offer(page).waitFor()
  const before = await offer(page).boundingBox()
  await expect(offer(page).getByText(ownerName, { exact: true })).toHaveCount(0)
  release()
  await offer(page).getByText(ownerName, { exact: true }).waitFor()
  expect(await offer(page).boundingBox()).toEqual(before)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

/** How much of the window has moved since the page began, as browsers count it. */
const moved = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const count = (list: PerformanceObserverEntryList) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value
        }
        new PerformanceObserver(count).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 100)
      }),
  )
