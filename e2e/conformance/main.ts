import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { conformanceChecks } from '../../testing/conformance/checks'
import { enter } from '../../testing/conformance/cloud'
import { conformanceConfig } from '../../testing/conformance/conformance-config.mjs'
import { adminPassword, startProductionServer } from '../../testing/production-server.mjs'
import { peopleOf } from './people'

const counts = { passed: 0, failed: 0 }
const [url, password] = process.argv.slice(2)
if (url) await check('given', url, password ?? '')
else for (const mode of ['production', 'development'] as const) await checkOwn(mode)
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

/** Checks a server of our own, with every feature that is tried. */
async function checkOwn(mode: 'production' | 'development') {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-conformance-'))
  const config = join(folder, 'glance-api.conf')
  writeFileSync(config, conformanceConfig(folder))
  const args = ['--config-file', config, ...(mode === 'development' ? ['--dev'] : [])]
  const server = await startProductionServer({ args, env: { NODE_ENV: mode } })
  try {
    await check(mode, server.url, adminPassword)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function check(mode: string, url: string, password: string) {
  const world = enter(await peopleOf(url, password))
  for (const { operation, title, run } of conformanceChecks()) {
    try {
      await run(world)
      counts.passed += 1
    } catch (error) {
      counts.failed += 1
      console.log(`FAILED  ${mode}: ${operation}: ${title}\n        ${(error as Error).message}`)
    }
  }
}
