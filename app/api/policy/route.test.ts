import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PolicyCellView, PolicyMatrixView, PolicyRow } from '@/lib/contract/policy-matrix'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type ImageApi, startImageApi } from '@/testing/image-api'

const rules = '# the operator’s\n"delete_image": "role:auditor or role:admin"\n'
const file = writeConfig('[DEFAULT]\n', { 'policy.yaml': rules })
const policyFile = join(dirname(file), 'policy.yaml')
let api: ImageApi
beforeAll(async () => {
  api = await startImageApi(['--config-file', file])
})
afterAll(async () => {
  await api?.stop()
  removeConfig(file)
})

async function matrix(): Promise<PolicyMatrixView> {
  return (await (await api.call('GET', '/api/policy', { as: 'admin' })).json()) as PolicyMatrixView
}

async function row(action: string): Promise<PolicyRow | undefined> {
  return (await matrix()).rules.find((rule) => rule.action === action)
}

describe('GET /api/policy', () => {
  it('401 without a token', async () => expect(await api.status('GET', '/api/policy', { as: null })).toBe(401))
  it('403 for everybody but administrators', async () => {
    for (const as of ['member', 'reader', 'systemAdmin'] as const)
      expect(await api.status('GET', '/api/policy', { as })).toBe(403)
  })
  it('names Keystone’s roles with what they imply, and those of the rules', async () => {
    const { roles } = await matrix()
    expect(roles.slice(0, 3)).toEqual([
      { name: 'admin', holds: ['admin', 'member', 'reader'] },
      { name: 'member', holds: ['member', 'reader'] },
      { name: 'reader', holds: ['reader'] },
    ])
    expect(roles.map(({ name }) => name)).toEqual(expect.arrayContaining(['service', 'auditor']))
  })
  it('says on which targets each role passes', async () => {
    expect((await row('get_image'))?.allowed).toMatchObject({
      admin: ['own', 'other', 'shared', 'public'],
      member: ['own', 'shared', 'public'],
      auditor: [],
    })
    expect((await row('modify_image'))?.allowed).toMatchObject({ member: ['own'], reader: [] })
    expect((await row('modify_member'))?.allowed).toMatchObject({ member: ['shared'] })
  })
  it('counts every rule that an action needs, and names the one that refuses', async () => {
    for (const action of ['add_task', 'get_task', 'get_tasks'])
      expect((await row(action))?.allowed).toMatchObject({ admin: ['own', 'other', 'shared', 'public'], member: [], reader: [] })
    const answer = await api.call('GET', '/api/policy/decision?action=add_task&role=member&target=own', { as: 'admin' })
    expect(await answer.json()).toMatchObject({ decision: { action: 'tasks_api_access', allowed: false }, at: null })
  })
  it('says where a rule comes from', async () => {
    expect(await row('delete_image')).toMatchObject({
      ...{ source: 'file', at: { file: policyFile, line: 2 } },
      allowed: { member: [], auditor: ['own', 'other', 'shared', 'public'] },
    })
    expect(await row('get_image')).toMatchObject({ source: 'default', at: null })
    expect(await matrix()).toMatchObject({ files: [policyFile], problem: null, enforce_scope: true })
  })
  it('explains one cell', async () => {
    const cell = async (query: string) => {
      const answer = await api.call('GET', `/api/policy/decision?${query}`, { as: 'admin' })
      return (await answer.json()) as PolicyCellView
    }
    const refused = await cell('action=delete_image&role=member&target=own')
    expect(refused).toMatchObject({ decision: { allowed: false, trace: { kind: 'or', holds: false } }, at: { line: 2 } })
    expect((await cell('action=delete_image&role=Auditor&target=own')).decision.allowed).toBe(true)
    expect(await api.status('GET', '/api/policy/decision?action=dance&role=member&target=own', { as: 'admin' })).toBe(404)
    expect(await api.status('GET', '/api/policy/decision?action=get_image&role=x&target=moon', { as: 'admin' })).toBe(400)
  })
  it('tells why changed files are not in force, and when they are again', async () => {
    const { loaded_at: before } = await matrix()
    writeFileSync(policyFile, '"delete_image": "role:admin or"\n')
    await expect.poll(async () => (await matrix()).problem, { timeout: 10_000 }).toContain('delete_image')
    expect((await row('delete_image'))?.rule).toContain('auditor')
    expect((await matrix()).loaded_at).toBe(before)
    writeFileSync(policyFile, '"delete_image": "!"\n')
    await expect.poll(async () => (await row('delete_image'))?.rule, { timeout: 10_000 }).toBe('!')
    expect(await matrix()).toMatchObject({ problem: null })
    expect((await matrix()).loaded_at).not.toBe(before)
  })
})
