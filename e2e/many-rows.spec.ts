import type { Locator, Page } from '@playwright/test'
import { findings } from './support/axe'
import type { Cloud } from './support/cloud'
import { expect, test } from './support/test'

const onThePage = 500
const inAll = 520
const atOnce = 20
/** Rows in sight and around them; all of them together would be slow. */
const mostInThePage = 80

async function makeImages(cloud: Cloud) {
  for (let made = 0; made < inAll; made += atOnce)
    await Promise.all(
      Array.from({ length: atOnce }, (_, index) => cloud.createImage({ name: nameOf(made + index + 1), visibility: 'private' })),
    )
}

const nameOf = (place: number) => `many-${String(place).padStart(3, '0')}`

test.beforeAll(async ({ cloud }) => {
  await cloud.deleteImages()
  await makeImages(cloud)
})

test.beforeEach(async ({ dashboard: page }) => {
  await page.goto(`/images?sort=name&dir=asc&limit=${onThePage}`)
  await page.getByRole('link', { name: nameOf(1) }).waitFor()
})

test.afterAll(({ cloud }) => cloud.deleteImages())

const rows = (page: Page) => page.getByRole('table', { name: 'Images' }).locator('tbody tr:has(a)')
const row = (page: Page, place: number) => rows(page).filter({ has: page.getByRole('link', { name: nameOf(place) }) })

/** Which row has the focus, as a screen reader counts rows: the first of all is that of the headings. */
const focusedRow = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? 0))

/** Presses a key many times as fast as a keyboard repeats it at most: through the browser's own tool that would take a minute. */
const holdKey = (page: Page, key: string, times: number) =>
  page.evaluate(
    async ([held, count]) => {
      for (let pressed = 0; pressed < count; pressed++) {
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new KeyboardEvent('keydown', { key: held, bubbles: true, cancelable: true }))
        await new Promise((resolve) => setTimeout(resolve, 4))
      }
    },
    [key, times] as const,
  )

/** Whether the element can be seen from its first line to its last: in the window, and not below the bar at its top. */
const isInSight = (element: Locator) =>
  element.evaluate((node) => {
    const { top, bottom, left, width } = node.getBoundingClientRect()
    const seen = (y: number) => node.contains(document.elementFromPoint(left + width / 2, y))
    return seen(top + 2) && seen(bottom - 2)
  })

/** How far the page is scrolled down, once it moves no more: a scroll by key goes on for some frames. */
const restingAt = (page: Page) =>
  page.evaluate(async () => {
    const frames = 6
    let y = window.scrollY
    for (let still = 0; still < frames; still++) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      if (window.scrollY !== y) still = 0
      y = window.scrollY
    }
    return y
  })

test('500 rows are all there by scrolling, by keys and by count, and few of them in the page', async ({ dashboard: page }) => {
  const table = page.getByRole('table', { name: 'Images' })
  await expect(table).toHaveAttribute('aria-rowcount', String(onThePage + 1))
  await expect(table.locator('thead tr')).toHaveAttribute('aria-rowindex', '1')
  expect(await rows(page).count()).toBeLessThan(mostInThePage)
  await expect(row(page, 1)).toHaveAttribute('aria-rowindex', '2')

  await test.step('scrolling', async () => {
    const seen = new Set<string>()
    await page.mouse.move(640, 400)
    for (let wheels = 0; wheels < 100 && !seen.has(nameOf(onThePage)); wheels++) {
      for (const name of await rows(page).locator('td:nth-child(2) a').allTextContents()) seen.add(name)
      await page.mouse.wheel(0, 500)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    }
    expect([...seen].sort()).toEqual(Array.from({ length: onThePage }, (_, index) => nameOf(index + 1)))
    expect(await rows(page).count()).toBeLessThan(mostInThePage)
    await expect(row(page, onThePage)).toHaveAttribute('aria-rowindex', String(onThePage + 1))
    await page.evaluate(() => window.scrollTo(0, 0))
    await expect(row(page, 1)).toBeVisible()
  })

  await test.step('j and k', async () => {
    for (let place = 100; place <= onThePage; place += 100) {
      await holdKey(page, 'j', 100)
      expect(await focusedRow(page)).toBe(place + 1)
      await expect.poll(() => isInSight(page.locator('tr :focus'))).toBe(true)
    }
    await page.keyboard.press('k')
    expect(await focusedRow(page)).toBe(onThePage)
    await holdKey(page, 'k', onThePage - 2)
    expect(await focusedRow(page)).toBe(2)
    await expect.poll(() => isInSight(row(page, 1).getByRole('link'))).toBe(true)
    expect(await rows(page).count()).toBeLessThan(mostInThePage)
  })

  await test.step('the focus outlives scrolling, and goes on from its row', async () => {
    for (let pages = 0; pages < 8; pages++) {
      const before = await restingAt(page)
      await page.keyboard.press('PageDown')
      await expect.poll(() => restingAt(page)).toBeGreaterThan(before)
    }
    await expect(row(page, 1)).not.toBeInViewport()
    expect(await focusedRow(page)).toBe(2)
    await page.keyboard.press('j')
    expect(await focusedRow(page)).toBe(3)
    await expect.poll(() => isInSight(row(page, 2).getByRole('link'))).toBe(true)
    await restingAt(page)
    await page.keyboard.press('End')
    await expect(row(page, onThePage)).toBeInViewport()
    expect(await focusedRow(page)).toBe(3)
    await page.keyboard.press('k')
    expect(await focusedRow(page)).toBe(2)
  })
})

test('all 500 rows of the page are selected at once, and axe finds nothing', async ({ dashboard: page }) => {
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await expect(page.getByText(`${onThePage} selected`)).toBeVisible()
  await page.keyboard.press('End')
  const last = page.getByRole('checkbox', { name: `Select ${nameOf(onThePage)}` })
  await expect(last).toBeChecked()
  await last.uncheck()
  await expect(page.getByText(`${onThePage - 1} selected`)).toBeVisible()
  // A row that the bar at the top half covers is none that axe should measure.
  await page.evaluate(() => window.scrollTo(0, 0))
  await expect(row(page, 1)).toBeVisible()
  expect(await findings(page)).toEqual([])
})
