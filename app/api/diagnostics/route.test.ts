import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CheckResult, checkResultSchema, type Verdict, verdictSchema } from '@/lib/contract/diagnostics'
import { startIdentityApi } from '@/testing/identity-api'

let api: Awaited<ReturnType<typeof startIdentityApi>>
beforeAll(async () => {
  api = await startIdentityApi()
})
afterAll(() => api?.server.stop())

interface Report {
  status: number
  text: string
  results: Map<string, CheckResult>
  verdict: Verdict
}

async function report(token?: string, query = ''): Promise<Report> {
  const headers: Record<string, string> = token ? { 'x-auth-token': token } : {}
  const answer = await fetch(`${api.server.url}/api/diagnostics${query}`, { headers })
  const text = await answer.text()
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  const results = lines.slice(0, -1).map((line) => checkResultSchema.parse(line))
  const verdict = verdictSchema.parse(lines.at(-1))
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
  return { status: answer.status, text, verdict, results: new Map(results.map((result) => [result.name, result])) }
}

describe('GET /api/diagnostics', () => {
  it('200 for a member, and all is well', async () => {
    const { verdict, results } = await report(api.alice.token)
    expect(verdict).toMatchObject({ cause: null, who: 'nobody' })
    expect([...results.values()].filter(({ status }) => status === 'fail')).toEqual([])
    expect(results.get('token')?.evidence).toContainEqual({ label: 'accepted', value: '10 of 10 times' })
  })

  it('200 without a token, with what needs none', async () => {
    const { status, verdict, results } = await report()
    expect(status).toBe(200)
    expect(verdict).toMatchObject({ cause: 'noToken', who: 'you' })
    for (const name of ['serviceAccount', 'validation', 'stores', 'challenge']) expect(results.has(name)).toBe(false)
  })

  it('names what a sign-in was refused for', async () => {
    expect((await report(undefined, '?sign_in=wrongPassword')).verdict).toMatchObject({ cause: 'signInPassword', who: 'you' })
    expect((await report(undefined, '?sign_in=identityUnavailable')).verdict.cause).toBe('noToken')
    expect((await report(api.alice.token, '?sign_in=wrongPassword')).verdict.cause).toBeNull()
  })

  it('says of a token that was revoked that it was', async () => {
    const { token } = await api.identity.person(api.admin, 'bob')
    const headers = { 'x-auth-token': token, 'x-subject-token': token }
    await fetch(`${api.server.url}/identity/v3/auth/tokens`, { method: 'DELETE', headers })
    expect((await report(token)).verdict).toMatchObject({ who: 'you', cause: expect.stringMatching(/^token(Revoked|Unknown)$/) })
  })

  it('names the roles that are missing', async () => {
    const { body } = await api.identity.call('POST', '/roles', { token: api.admin.token, body: { role: { name: 'visitor' } } })
    expect(body.role.name).toBe('visitor')
    const { token } = await api.identity.person(api.admin, 'carol', 'visitor')
    const { verdict, results } = await report(token)
    expect(verdict).toMatchObject({ cause: 'noRoleForPolicy', who: 'project administrator' })
    expect(verdict.fix?.lines[0]).toMatch(/^openstack role add --project \w+ --user \w+ reader$/)
    expect(results.get('roles')?.evidence).toContainEqual({ label: 'roles', value: 'visitor' })
  })

  it('cannot tell an image that is not there from one that is not visible', async () => {
    const missing = await report(api.alice.token, `?image=${crypto.randomUUID()}`)
    expect(missing.verdict).toMatchObject({ cause: 'imageNotVisible', who: 'you' })
  })

  it('400 for an image that is named, and not by its id', async () => {
    const answer = await fetch(`${api.server.url}/api/diagnostics?image=ubuntu`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('the id of an image, not its name') })
  })

  it('tells the operator’s configuration to administrators only', async () => {
    const folder = api.server.services.config.glance_store.filesystem_store_datadir
    expect((await report(api.admin.token)).text).toContain(folder)
    const told = (await report(api.alice.token)).text
    expect(told).not.toContain(folder)
    expect(told).toContain('Images can be kept.')
  })

  it('shows no token', async () => {
    for (const { token } of [api.alice, api.admin]) expect((await report(token)).text).not.toContain(token)
  })

  it('429 while the caller’s other run goes on', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => fetch(`${api.server.url}/api/diagnostics`)))
    expect(runs.map(({ status }) => status).sort()).toEqual([200, 429, 429])
    expect(runs.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('5')
    await Promise.all(runs.map((run) => run.text()))
  })
})
