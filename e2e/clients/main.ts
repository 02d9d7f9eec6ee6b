import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClientProgram } from './client-program'
import { clientScripts, runScript } from './client-scripts'
import { glanceCommandsNotDriven, openstackCommandsNotDriven } from './command-coverage'
import { walkGlance } from './glance-walk'
import { walkIdentity } from './identity-walk'
import { makeImageFiles } from './image-files'
import { walkKeystone } from './keystone-walk'
import { loadClients } from './loaded-clients'
import { walkOpenstack } from './openstack-walk'
import { walkRefusal } from './refusal-walk'
import { writeServerConfig } from './server-config'
import { createSteps, expectTrue, StepFailed, type Steps } from './steps'
import { walkVerbs } from './verb-walk'
import type { Walk } from './walk'
import { withServer } from './with-server'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-clients-'))
const steps = createSteps()
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
// However this ends, the server ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
const clients = await loadClients(folder)
process.once('exit', clients.stop)
await walkAll(steps)
clients.stop()
const { passed, failed } = steps.summary()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function walkAll(steps: Steps) {
  const images = makeImageFiles(folder)
  const args = ['--config-file', writeServerConfig(folder)]
  await withServer({ dataFolder: join(folder, 'data'), args }, async (server) => {
    const environment = { ...server.clientEnvironment, HOME: folder, CLIENT_PROGRAMS: clients.programs }
    const glance = createClientProgram('glance', environment)
    const openstack = createClientProgram('openstack', environment)
    const qcow2 = images.find(({ diskFormat }) => diskFormat === 'qcow2')
    const whole: Walk = { glance, openstack, steps, depth: 'all', folder, programs: clients.programs }
    await together([
      () => walkIdentity(whole),
      ...(qcow2 ? [() => walkKeystone(qcow2, whole), () => walkRefusal(qcow2, whole), () => walkVerbs(qcow2, whole)] : []),
      ...images.flatMap((image) => {
        // One of a format shows what the commands do; the bytes of every image have to come back.
        const walk: Walk = { ...whole, depth: image.name.startsWith('grub') ? 'all' : 'bytes' }
        return [() => walkGlance(image, walk), () => walkOpenstack(image, walk)]
      }),
    ])
    const driven: string[] = []
    const scripts = clientScripts()
    await together(scripts.map((script) => async () => void driven.push(...(await runScript(script, environment, steps)))))
    await together([() => checkCommands(whole, driven)])
  })
}

/** The clients take a second or two each to start, so as many walks run at once as there are processors. */
async function together(walks: (() => Promise<void>)[]) {
  const queue = walks.values()
  const worker = async () => {
    for (const walk of queue) {
      await walk().catch((error) => {
        if (!(error instanceof StepFailed)) throw error
      })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
}

/** `scripted`: the lines that the scripts have run, which begin with the program's name. */
async function checkCommands({ glance, openstack, steps }: Walk, scripted: readonly string[]) {
  const linesOf = (name: string, walked: readonly string[]) => [
    ...walked,
    ...scripted.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1)),
  ]
  const checks = [
    ['glance help', () => glanceCommandsNotDriven(glance, linesOf('glance', glance.driven))],
    ['openstack command list', () => openstackCommandsNotDriven(openstack, linesOf('openstack', openstack.driven))],
  ] as const
  await together(
    checks.map(([list, missingOf]) => async () => {
      await steps.step(`every image command of ${list} has been run`, async () => {
        const missing = await missingOf()
        expectTrue(missing.length === 0, `not run: ${missing.join(', ')}`)
      })
    }),
  )
}
