import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answersOf, tenBytes } from './asked-service'
import type { Answer } from './client-answer'
import { createClientProgram } from './client-program'
import { glanceCommandsNotDriven, openstackCommandsNotDriven } from './command-coverage'
import { comparedCommands } from './compared-commands'
import { documentsOf } from './compared-documents'

const [glanceUrl, vitrineUrl] = process.argv.slice(2)
if (!glanceUrl || !vitrineUrl) {
  console.error('Usage: node e2e/clients/compare-glance.mjs GLANCE_URL VITRINE_URL')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'vitrine-compare-'))
const web = createServer((_, answer) => answer.end(tenBytes))
await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
try {
  await reportNotCompared()
  await compare(glanceUrl, vitrineUrl)
} finally {
  web.close()
  rmSync(folder, { recursive: true, force: true })
}

/** What a newer client can do that nothing here asks. */
async function reportNotCompared() {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('OS_'))) as Record<
    string,
    string
  >
  const lines = (program: string) => comparedCommands.filter(([name]) => name === program).map(([, ...words]) => words.join(' '))
  const missing = [
    ...(await glanceCommandsNotDriven(createClientProgram('glance', environment), lines('glance'))),
    ...(await openstackCommandsNotDriven(createClientProgram('openstack', environment), lines('openstack'))),
  ]
  if (missing.length === 0) return
  console.log(`not compared: ${missing.join(', ')}`)
  process.exitCode = 1
}

async function compare(glance: string, vitrine: string) {
  const token = await issueToken()
  const common = { token, name: `compare-${process.pid}`, web: `http://127.0.0.1:${(web.address() as AddressInfo).port}/data` }
  const all = async (url: string, side: string) => [
    ...(await documentsOf(url, token)),
    ...(await answersOf({ ...common, url, folder: join(folder, side) })),
  ]
  const [theirs, ours] = await Promise.all([all(glance, 'theirs'), all(vitrine, 'ours')])
  const differences = theirs.flatMap((answer, index) => differing(answer, ours[index]))
  for (const difference of differences) console.log(difference)
  const same = ['saved', 'back'].every((name) => {
    const path = join(folder, 'ours', name)
    return existsSync(path) && readFileSync(path, 'utf8') === tenBytes
  })
  console.log(
    `${theirs.length} answers compared, ${differences.length} fields differ${same ? '' : ', and the downloaded data too'}`,
  )
}

function differing(theirs: Answer, ours: Answer | undefined): string[] {
  const fields = { ...theirs.fields, ...ours?.fields }
  const names = Object.keys(fields).filter((name) => theirs.fields[name] !== ours?.fields[name])
  const told = (value: string | undefined) => value ?? '(absent)'
  return names.map(
    (name) => `${theirs.asked}\n  ${name}: Glance ${told(theirs.fields[name])}, Vitrine ${told(ours?.fields[name])}`,
  )
}

async function issueToken(): Promise<string> {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('OS_'))) as Record<
    string,
    string
  >
  return (await createClientProgram('openstack', environment).run('token', 'issue', '-f', 'value', '-c', 'id')).trim()
}
