import { conformanceChecks } from '../../testing/conformance/checks'
import { type Cloud, enter } from '../../testing/conformance/cloud'
import { peopleOfKeystone } from '../../testing/conformance/keystone-people'
import type { ServerKind } from '../../testing/conformance/server-kinds'
import { surround } from '../../testing/conformance/surroundings'
import { keystoneMissing } from '../../testing/keystone-server'
import { adminPassword, startProductionServer } from '../../testing/production-server.mjs'
import { peopleOf } from './people'

const counts = { passed: 0, failed: 0 }
const [url, password] = process.argv.slice(2)
if (url) await check('given', 'whole', await peopleOf(url, password ?? ''))
else
  for (const mode of ['production', 'development'] as const)
    for (const kind of ['whole', 'single', 'broken', 'limited'] as const) await checkOwn(mode, kind)
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

/** Checks a server of our own, with what its kind has around it. */
async function checkOwn(mode: 'production' | 'development', kind: ServerKind) {
  if (kind === 'limited' && keystoneMissing) return console.log(`left out: ${mode} ${kind} ${keystoneMissing}`)
  const around = await surround(kind)
  const args = ['--config-file', around.config, ...(mode === 'development' ? ['--dev'] : [])]
  const server = await startProductionServer({ args, env: { NODE_ENV: mode } })
  try {
    const people = around.keystone ? peopleOfKeystone(server.url, around.keystone) : peopleOf(server.url, adminPassword)
    await check(`${mode} ${kind}`, kind, { ...(await people), around })
  } finally {
    around.web.stop()
    await server.stop()
    await around.stop()
  }
}

async function check(mode: string, kind: ServerKind, cloud: Cloud) {
  const world = enter(cloud)
  for (const { operation, title, run } of conformanceChecks(kind)) {
    try {
      await run(world)
      counts.passed += 1
    } catch (error) {
      counts.failed += 1
      console.log(`FAILED  ${mode}: ${operation}: ${title}\n        ${(error as Error).message}`)
    }
  }
}
