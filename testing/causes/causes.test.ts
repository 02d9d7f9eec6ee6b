import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCommand } from '@/lib/cli/run-command'
import type { CheckResult, Verdict } from '@/lib/contract/diagnostics'
import { keystoneMissing } from '../keystone-server'
import { memcachedMissing } from '../memcached-server'
import { accountCauses } from './account-causes'
import { catalogueCauses } from './catalogue-causes'
import type { Asker, CauseCase } from './cause-case'
import { causesDocument, type Told } from './causes-document'
import { type Cloud, startCloud } from './cloud'
import { frontCauses } from './front-causes'
import { keystoneCauses } from './keystone-causes'
import { personCauses } from './person-causes'
import { steadyVerdict } from './steady-verdict'

const missing = keystoneMissing ?? memcachedMissing

/** Where others work on this machine, `keystone-manage` takes long, and a Keystone may be late once. */
const patience = { timeout: 120_000, retry: 1 }

/** In the order of the page; what ends a Keystone or its keys comes last. */
const sections: Readonly<Record<string, readonly CauseCase[]>> = {
  'Signing in': personCauses.signIn,
  'Tokens and roles': [...personCauses.tokens, ...personCauses.rights],
  'Application credentials': personCauses.credentials,
  'The service catalogue': [...catalogueCauses.entries, ...catalogueCauses.addresses],
  'Between clients and the image service, and behind it': [...frontCauses.proxies, ...frontCauses.service],
  'How the image service reaches Keystone': [...keystoneCauses.addresses, ...keystoneCauses.encryption, ...keystoneCauses.others],
  'The image service’s own account': [...accountCauses.passwords, ...accountCauses.roles, ...keystoneCauses.identityEndpoints],
  'Caches, clocks and keys': [...accountCauses.caches, ...keystoneCauses.nodes],
}

describe.skipIf(missing)(`the causes, made for real ${missing ?? ''}`, () => {
  let cloud: Cloud
  const told = new Map<string, Told[]>()
  beforeAll(async () => {
    cloud = await startCloud()
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await cloud.undo()
  })
  afterAll(() => cloud.stop())

  for (const [title, cases] of Object.entries(sections)) {
    for (const { cause, made, service, asker } of cases) {
      const meets = async () => {
        await cloud.serve(await service?.(cloud))
        const found = await doctor(cloud, (await asker?.(cloud)) ?? (await cloud.user()))
        expect(found.verdict.cause, found.report).toBe(cause)
        told.set(title, [...(told.get(title) ?? []), { made, verdict: found.verdict }])
      }
      it(`${title}: ${cause ?? 'nothing wrong'} where this is so: ${made}`, patience, meets)
    }
  }

  it('stand in docs/diagnostics.md as doctor told them', async () => {
    expect([...told.values()].flat().length).toBe(Object.values(sections).flat().length)
    await expect(causesDocument(told)).toMatchFileSnapshot('../../docs/diagnostics.md')
  })
})

interface Found {
  verdict: Verdict
  report: string
}

/** The command as a person runs it. */
async function doctor(cloud: Cloud, { env, args = [] }: Asker): Promise<Found> {
  for (const name of Object.keys(process.env)) if (name.startsWith('OS_')) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const files = cloud.configFiles.flatMap((file) => ['--config-file', file])
  const printed: string[] = []
  const complaints: string[] = []
  await runCommand(
    ['doctor', '--json', ...files, ...args],
    (text) => printed.push(text),
    (text) => complaints.push(text),
  )
  const answer = JSON.parse(printed.join('\n') || 'null') as { results: CheckResult[]; verdict: Verdict } | null
  if (!answer) throw new Error(complaints.join('\n'))
  return { verdict: steadyVerdict(answer.verdict, cloud), report: reportOf(answer.results) }
}

function reportOf(results: readonly CheckResult[]): string {
  return results
    .map(({ name, status, cause, summary, milliseconds }) => `${milliseconds} ms ${status} ${name} ${cause ?? ''} ${summary}`)
    .join('\n')
}
