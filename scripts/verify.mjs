// `npm run verify`: installs what the tests need and runs them all: unit and route tests, command-line clients, browser.
import { mkdirSync, rmSync } from 'node:fs'
import { installPackages, installTestPrograms, requireNode, run } from './prepare.mjs'
import { tee } from './tee.mjs'
import { closingLineOutcome, playwrightOutcome, vitestOutcome } from './test-reports.mjs'

requireNode()
installPackages()
installTestPrograms()
run('node', ['scripts/build.mjs', '--if-changed'])
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })

const totals = { passed: 0, failed: 0 }
const notes = []

/**
 * Runs one suite; `outcomeOf` reads which of its tests passed and failed. A suite that breaks counts as a failure.
 * With `aside` its output is shown at its end, since another suite is writing.
 */
async function suite(title, [command, ...args], outcomeOf, { env = {}, aside = false } = {}) {
  const show = aside ? () => {} : (text) => process.stdout.write(text)
  show(`\n== ${title}\n`)
  const { status, output } = await tee(command, args, { env, show })
  if (aside) console.log(`\n== ${title}\n${output}`)
  const outcome = outcomeOf(output)
  const failed = Math.max(outcome.failed, status === 0 ? 0 : 1)
  totals.passed += outcome.passed
  totals.failed += failed
  notes.push(...outcome.notes)
  if (failed > outcome.notes.filter((note) => note.startsWith('FAILED')).length)
    notes.push(`FAILED ${title}: it ended with ${status}`)
}

// A test that passes when it is tried again is named at the end.
const retries = 1

const reporters = ['--reporter=default', '--reporter=./scripts/vitest-outcome.mjs']
const vitest = ['npx', '--no-install', 'vitest', 'run', `--retry=${retries}`, ...reporters]
await suite('Unit, route and database tests', vitest, vitestOutcome)

function playwright([title, identity, ...options]) {
  const report = `test-results/playwright-${identity}.json`
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_IDENTITY: identity }
  const args = [...options, `--retries=${retries}`, '--reporter=list,json', `--output=test-results/${identity}`]
  return suite(title, ['npx', '--no-install', 'playwright', 'test', ...args], () => playwrightOutcome(report), { env })
}

async function browsers() {
  await playwright(['Browser', 'embedded'])
  // With a real Keystone, what depends on who keeps the accounts; `E2E_IDENTITY=keystone npm run e2e` runs all of it.
  const specs = ['sign-in.spec', 'sharing', 'upload-sheet']
  await playwright(['Browser with a real Keystone', 'keystone', ...specs])
}

// Side by side: a client is one process that waits for the server, a browser test waits for the page.
const clients = ['node', 'e2e/clients/run.mjs']
await Promise.all([suite('glance and openstack clients', clients, closingLineOutcome, { aside: true }), browsers()])

// Once more at the end, where whoever reads the log begins.
for (const note of notes) console.log(note)
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
