// `npm run verify`: installs what the tests need and runs them all: unit and route tests, command-line clients, browser.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installPackages, installTestPrograms, requireNode, run } from './prepare.mjs'
import { tee } from './tee.mjs'

requireNode()
installPackages()
installTestPrograms()
run('node', ['scripts/build.mjs', '--if-changed'])
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })

const totals = { passed: 0, failed: 0 }

/**
 * Runs one suite; `count` reads how many of its tests passed and failed. A suite that breaks counts as a failure.
 * With `aside` its output is shown at its end, since another suite is writing.
 */
async function suite(title, [command, ...args], count, { env = {}, aside = false } = {}) {
  const show = aside ? () => {} : (text) => process.stdout.write(text)
  show(`\n== ${title}\n`)
  const { status, stdout } = await tee(command, args, { env, show })
  if (aside) console.log(`\n== ${title}\n${stdout}`)
  const { passed, failed } = count(stdout)
  totals.passed += passed
  totals.failed += status !== 0 && failed === 0 ? 1 : failed
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function vitestCount() {
  const report = readReport('test-results/vitest.json')
  // A file that cannot even be loaded fails without a failed test.
  return { passed: report?.numPassedTests ?? 0, failed: report?.success ? 0 : Math.max(report?.numFailedTests ?? 0, 1) }
}

function playwrightCount(file) {
  const stats = readReport(file)?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats ? stats.unexpected : 1 }
}

function closingLine(output) {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [null, 0, 1]
  return { passed: Number(passed), failed: Number(failed) }
}

const reports = ['--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json']
await suite('Unit, route and database tests', ['npx', '--no-install', 'vitest', 'run', ...reports], vitestCount)

function playwright([title, identity, ...options]) {
  const report = `test-results/playwright-${identity}.json`
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_IDENTITY: identity }
  const args = [...options, '--reporter=list,json', `--output=test-results/${identity}`]
  return suite(title, ['npx', '--no-install', 'playwright', 'test', ...args], () => playwrightCount(report), { env })
}

async function browsers() {
  await playwright(['Browser', 'embedded'])
  // With a real Keystone, what depends on who keeps the accounts; `E2E_IDENTITY=keystone npm run e2e` runs all of it.
  const specs = ['sign-in.spec', 'sharing', 'upload-sheet']
  await playwright(['Browser with a real Keystone', 'keystone', ...specs])
}

// Side by side: a client is one process that waits for the server, a browser test waits for the page.
const clients = ['node', 'e2e/clients/run.mjs']
await Promise.all([suite('glance and openstack clients', clients, closingLine, { aside: true }), browsers()])

console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
