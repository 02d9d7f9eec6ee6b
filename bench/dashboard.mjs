// How fast the image list of the dashboard is with 100,000 images, and how much JavaScript its first load brings.
// node bench/dashboard.mjs [images, default 100000]
//   [--horizon URL --horizon-user NAME --horizon-password PASSWORD [--horizon-database URL]]
// With Horizon's address its list is measured beside. The database is Glance's (MySQL or MariaDB): the same images are put
// into the user's project there, and removed in the end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { manyImages } from '../testing/many-images.mjs'
import { startProductionServer } from '../testing/production-server.mjs'
import { fillGlance, horizonList, signInToHorizon } from './horizon-list.mjs'
import { filterTimes, median, openingTimes, scriptWeight } from './list-times.mjs'
import { createMember } from './project-member.mjs'
import { signInToVitrine, vitrineList } from './vitrine-list.mjs'

const budget = { filterMs: 300, scriptKib: 200 }

const option = { type: 'string' }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { horizon: option, 'horizon-user': option, 'horizon-password': option, 'horizon-database': option },
})
const images = Number(positionals[0] ?? 100_000)

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium' })
try {
  const vitrine = await measureVitrine()
  const horizon = values.horizon ? await measureHorizon() : null
  process.exitCode = report(vitrine, horizon) ? 0 : 1
} finally {
  await browser.close()
}

async function measureVitrine() {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-dashboard-'))
  const file = join(folder, 'vitrine.sqlite')
  const config = join(folder, 'glance-api.conf')
  writeFileSync(config, `[database]\nconnection = sqlite:///${file}\n`)
  const server = await startProductionServer({ dataFolder: folder, args: ['--config-file', config] })
  try {
    const { projectId } = await createMember(server.url, await server.token())
    const database = new Sqlite(file)
    const statements = manyImages('sqlite', { projects: 1, imagesPerProject: images, first: projectId })
    for (const statement of ['begin', ...statements, 'commit']) database.exec(statement)
    database.close()
    const context = await visit(server.url)
    const page = await context.newPage()
    await signInToVitrine(page)
    const figures = await measure(page, vitrineList)
    await context.close()
    return figures
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureHorizon() {
  const context = await visit(values.horizon)
  const page = await context.newPage()
  const projectId = await signInToHorizon(page, { user: values['horizon-user'], password: values['horizon-password'] })
  const database = values['horizon-database']
  const empty = database ? await fillGlance(database, { images, projectId }) : null
  try {
    return await measure(page, horizonList)
  } finally {
    await empty?.()
  }
}

async function visit(baseURL) {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  context.setDefaultTimeout(120_000)
  return context
}

/** Every figure of one dashboard, by what it is called in the report. */
async function measure(page, dashboard) {
  const opening = await openingTimes(page, dashboard)
  const scripts = await scriptWeight(page.context(), dashboard)
  const filters = {}
  for (const [name, filter] of Object.entries(dashboard.filters)) {
    filters[name] = await filterTimes(page, dashboard, filter)
    console.error(dashboard.path, name, filters[name])
  }
  return { opening: median(opening), scripts, filters }
}

/** Prints all figures; false where one of Vitrine's is over its budget. */
function report(vitrine, horizon) {
  console.log(`${images} images of one project, as its member; medians\n`)
  console.log('| What | Vitrine | Horizon | Horizon / Vitrine | Budget |\n|---|---|---|---|---|')
  const rows = [
    ['JavaScript of the first load as it came, KiB', ({ scripts }) => scripts.came, budget.scriptKib],
    ['the same by gzip, KiB', ({ scripts }) => scripts.zipped],
    ['the list opened, ms', ({ opening }) => opening],
    ...Object.keys(vitrine.filters).flatMap((name) => [
      [`${name} chosen, ms`, ({ filters }) => filters[name] && median(filters[name].on), budget.filterMs],
      [`${name} removed, ms`, ({ filters }) => filters[name] && median(filters[name].off), budget.filterMs],
    ]),
    ['every choice, ms', ({ filters }) => median(Object.values(filters).flatMap(({ on }) => on)), budget.filterMs],
  ]
  return rows
    .map(([what, figure, limit]) => line(what, { ours: figure(vitrine), theirs: horizon && figure(horizon), limit }))
    .every(Boolean)
}

function line(what, { ours, theirs, limit }) {
  const [beside, ratio] = theirs ? [theirs.toFixed(0), (theirs / ours).toFixed(1)] : ['–', '–']
  console.log(`| ${what} | ${ours.toFixed(0)} | ${beside} | ${ratio} | ${limit ? `< ${limit}` : '–'} |`)
  return limit === undefined || ours < limit
}
