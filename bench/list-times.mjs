// How long a dashboard's list of images takes to open and to show what another filter finds, whosever dashboard it is.
import { gzipSync } from 'node:zlib'

const rounds = 5
const openings = 3
// What the page still does after its first rows is over by then.
const restMs = 1000
// What Vitrine has from the server is fresh for two seconds; then it asks again.
const freshMs = 2100

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Locator} Locator
 * @typedef {{ on(page: Page): Promise<Locator>, off(page: Page): Promise<Locator> }} Filter what is to be pressed, in sight
 * @typedef {object} Dashboard
 * @property {string} path of the list
 * @property {string} row the link of each row
 * @property {string} [outdated] what stands while the rows are those of another filter, where that is shown
 * @property {Record<string, Filter>} filters by what they are called in both
 */

/** Milliseconds from asking for the list's page to its first row, with the browser's cache, as on any but the first visit. */
export async function openingTimes(page, { path, row }) {
  const taken = []
  for (let round = 0; round < openings; round += 1) {
    const began = performance.now()
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator(row).first().waitFor()
    taken.push(performance.now() - began)
    await page.waitForTimeout(restMs)
  }
  return taken
}

/** KiB of all scripts that the list's page needs until nothing more is asked for: as they came, and each as gzip has it. */
export async function scriptWeight(context, { path, row }) {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set()
  const bodies = []
  let came = 0
  devtools.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!scripts.has(requestId)) return
    came += encodedDataLength
    bodies.push(devtools.send('Network.getResponseBody', { requestId }))
  })
  await page.goto(path)
  await page.locator(row).first().waitFor()
  await page.waitForLoadState('networkidle')
  const zipped = (await Promise.all(bodies)).reduce((sum, { body }) => sum + gzipSync(body).length, 0)
  await page.close()
  return { came: came / 1024, zipped: zipped / 1024 }
}

/** Milliseconds from a press until other rows are painted; each `on` is asked of the server, since the page is new. */
export async function filterTimes(page, dashboard, { on, off }) {
  const taken = { on: [], off: [] }
  const press = async (control) => (await control).evaluate(pressAndWait, [dashboard.row, dashboard.outdated])
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(dashboard.path)
    await page.locator(dashboard.row).first().waitFor()
    await page.waitForTimeout(restMs)
    taken.on.push(await press(on(page)))
    await page.waitForTimeout(freshMs)
    taken.off.push(await press(off(page)))
  }
  return taken
}

/** Runs in the page. */
async function pressAndWait(control, [row, outdated]) {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const first = () => document.querySelector(row)?.getAttribute('href')
  const before = first()
  const began = performance.now()
  control.click()
  while (first() === before || first() === undefined || (outdated && document.querySelector(outdated))) {
    if (performance.now() - began > 60_000) throw new Error('No other rows within 60 s')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await painted()
  return performance.now() - began
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
