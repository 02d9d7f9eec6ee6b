// How fast the image list of the dashboard is with 100,000 images, and how much JavaScript its first load brings.
// node bench/dashboard.mjs [images, default 100000]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { manyImages } from '../testing/many-images.mjs'
import { startProductionServer } from '../testing/production-server.mjs'
import { createMember, memberPassword } from './project-member.mjs'

const budget = { filterMs: 300, scriptKib: 200 }
const rounds = 7
const firstRow = 'main tbody a'

const images = Number(process.argv[2] ?? 100_000)

/** What a person presses, one filter on and off again; each shows other rows. */
const switches = [
  { name: 'hidden images', press: (page) => page.getByRole('button', { name: 'Hidden images' }) },
  { name: 'status', open: 'Status', press: (page) => page.getByRole('checkbox', { name: 'Queued', exact: true }) },
  { name: 'disk format', open: 'Disk format', press: (page) => page.getByRole('checkbox', { name: 'iso', exact: true }) },
]

const folder = mkdtempSync(join(tmpdir(), 'vitrine-dashboard-'))
const file = join(folder, 'vitrine.sqlite')
const config = join(folder, 'glance-api.conf')
writeFileSync(config, `[database]\nconnection = sqlite:///${file}\n`)
const server = await startProductionServer({ dataFolder: folder, args: ['--config-file', config] })
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium' })
let fits = true
try {
  const { projectId } = await createMember(server.url, await server.token())
  seed(projectId)
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  const page = await context.newPage()
  await signIn(page)
  const scripts = await firstLoad(context)
  console.log(`${images} images of one project, as a member\n`)
  console.log('| What | Measured | Budget |\n|---|---|---|')
  report('JavaScript of the first load of /images, compressed, KiB', scripts, budget.scriptKib)
  const times = []
  for (const { name, open, press } of switches) {
    if (open) await page.getByRole('button', { name: open, exact: true }).click()
    const taken = await filterTimes(page, press(page))
    times.push(...taken)
    report(`filter by ${name}, median, ms`, median(taken), budget.filterMs)
    await page.goto('/images')
    await page.locator(firstRow).first().waitFor()
  }
  report('every filter, median, ms', median(times), budget.filterMs)
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = fits ? 0 : 1

function seed(first) {
  const database = new Sqlite(file)
  const statements = manyImages('sqlite', { projects: 1, imagesPerProject: images, first })
  for (const statement of ['begin', ...statements, 'commit']) database.exec(statement)
  database.close()
}

async function signIn(page) {
  await page.goto('/login')
  await page.getByLabel('User name').fill('bench')
  await page.getByLabel('Password').fill(memberPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator(firstRow).first().waitFor()
}

/** The bytes of all scripts, as they come over the wire, until the rows stand and nothing more is asked for. */
async function firstLoad(context) {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set()
  let bytes = 0
  devtools.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto('/images')
  await page.locator(firstRow).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.close()
  return bytes / 1024
}

/** How long it takes from a press until other rows are painted, in milliseconds. */
async function filterTimes(page, control) {
  const taken = []
  for (let round = 0; round < rounds * 2; round += 1) {
    taken.push(await control.evaluate(pressAndWait))
    // What the server said is fresh for two seconds; then it is asked again.
    await page.waitForTimeout(2100)
  }
  return taken
}

/** Runs in the page. */
async function pressAndWait(control) {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const first = () => document.querySelector('main tbody a')?.getAttribute('href')
  const dimmed = () => document.querySelector('table')?.classList.contains('opacity-60') ?? true
  const before = first()
  const began = performance.now()
  control.click()
  while (first() === before || first() === undefined || dimmed()) {
    if (performance.now() - began > 30_000) throw new Error('No other rows within 30 s')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await painted()
  return performance.now() - began
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function report(what, measured, limit) {
  fits &&= measured < limit
  console.log(`| ${what} | ${measured.toFixed(1)} | < ${limit} |`)
}
