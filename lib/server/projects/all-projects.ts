import { z } from 'zod'
import { Problem } from '@/lib/contract/problem'
import type { ProjectRef } from '@/lib/contract/session'
import { versioned } from '../auth/keystone-url'

const named = z.object({ id: z.string(), name: z.string() })
const projectsAnswer = z.object({
  projects: z.array(named.extend({ domain_id: z.string().nullish(), enabled: z.boolean().default(true) })),
})
const domainsAnswer = z.object({ domains: z.array(named) })

const timeoutMs = 10_000

/** Every enabled project that Keystone lists for a token, by name. Throws `forbidden`, `identityUnavailable`. */
export async function allProjects(keystoneUrl: string, token: string): Promise<ProjectRef[]> {
  const [{ projects }, domains] = await Promise.all([
    ask(keystoneUrl, token, '/projects').then((answer) => projectsAnswer.parse(answer)),
    domainNames(keystoneUrl, token),
  ])
  return projects
    .filter(({ enabled }) => enabled)
    .map(({ id, name, domain_id }) => ({ id, name, domain: domains.get(domain_id ?? '') ?? domain_id ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
}

/** Empty where Keystone does not list the domains for the token: their ids say enough then. */
async function domainNames(keystoneUrl: string, token: string): Promise<ReadonlyMap<string, string>> {
  const answer = domainsAnswer.safeParse(await ask(keystoneUrl, token, '/domains').catch(() => null))
  return new Map(answer.data?.domains.map(({ id, name }) => [id, name]))
}

async function ask(keystoneUrl: string, token: string, path: string): Promise<unknown> {
  const response = await fetch(`${versioned(keystoneUrl)}${path}`, {
    headers: { 'x-auth-token': token, accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new Problem('identityUnavailable', 'The identity service did not answer which projects there are.', { cause })
  })
  if (response.status === 401 || response.status === 403)
    throw new Problem('forbidden', 'Keystone does not list all projects for you: only administrators see them.')
  if (!response.ok) throw new Problem('identityUnavailable', `The identity service answered ${response.status}.`)
  return response.json()
}
