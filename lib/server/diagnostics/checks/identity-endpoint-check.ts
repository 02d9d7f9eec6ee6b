import type { Check } from '../check'
import { discover, isKeystone } from '../facts'
import { type Finding, fail, pass, Skipped } from '../finding'
import { findIdentity } from '../identity-endpoint'
import type { TokenFacts } from '../keystone-questions'
import { ProbeError } from '../probe'
import type { Subject } from '../subject'

/** The service's catalogue leads to a Keystone that answers: tokens are asked about there, and not at auth_url. */
export const identityEndpointCheck: Check = {
  name: 'identityEndpoint',
  about: 'service',
  async run(subject) {
    const { facts } = await subject.facts.serviceToken()
    if (!facts.catalog) return ofNoProject(facts)
    const { interface: wanted, region_name: region } = subject.settings.keystone_authtoken
    const found = findIdentity(facts, subject.settings.keystone_authtoken)
    if ('url' in found) return reach(subject, found.url)
    const evidence = { interface: wanted, region: region || 'any', 'identity endpoints': found.there }
    const line = found.cause === 'identityRegion' ? `region_name = ${regionOf(facts) ?? 'RegionOne'}` : 'interface = public'
    const fix = { text: 'Name one that there is.', lines: ['[keystone_authtoken]', line] }
    return fail(found.summary, evidence, { cause: found.cause, fix })
  },
}

function ofNoProject({ user }: TokenFacts): Finding {
  const fix = { text: 'Name the project of the service.', lines: ['[keystone_authtoken]', 'project_name = service'] }
  return fail(
    'The service’s account is of no project, so that it has no catalogue.',
    { user: user.name },
    { cause: 'serviceUserMissing', fix },
  )
}

function regionOf({ catalog = [] }: TokenFacts): string | undefined {
  return catalog.find(({ type }) => type === 'identity')?.endpoints[0]?.region ?? undefined
}

async function reach({ probe }: Subject, url: string): Promise<Finding> {
  const reply = await discover(probe, url).catch((error: unknown) => {
    if (error instanceof ProbeError) return error
    throw error
  })
  const lines = ['openstack endpoint list --service identity', `openstack endpoint set --url http://KEYSTONE:5000/v3 ENDPOINT_ID`]
  const fix = { text: 'Set the address of the endpoint, or choose another by interface or region_name.', lines }
  const reasons = { cause: 'identityEndpointUnreachable', fix } as const
  if (reply instanceof ProbeError)
    return fail(`The identity endpoint of the catalogue does not answer: ${reply.message}.`, { endpoint: url }, reasons)
  if (isKeystone(reply)) return pass('The identity endpoint of the catalogue answers.', { endpoint: url })
  if (reply.status >= 500) throw new Skipped('unexpectedAnswer', `the identity endpoint answers ${reply.status}`)
  return fail(
    'What answers at the identity endpoint of the catalogue is no Keystone.',
    { endpoint: url, status: reply.status },
    reasons,
  )
}
