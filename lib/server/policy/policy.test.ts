import { describe, expect, it } from 'vitest'
import type { Context } from '../context'
import type { Attributes } from './attributes'
import type { PolicyName } from './default-rules'
import { createPolicy } from './policy'
import { parseRule } from './rule-language'
import { mergeRules, readDefaults } from './rule-set'

const caller: Context = {
  userId: 'u1',
  userName: 'ada',
  userDomainId: 'default',
  scope: 'project',
  projectId: 'p1',
  projectName: 'demo',
  projectDomainId: 'default',
  roles: ['member', 'reader'],
  serviceRoles: ['service'],
  expiresAt: new Date(Date.now() + 3_600_000),
  requestId: 'req-1',
  token: 't',
  isAdmin: false,
  signal: new AbortController().signal,
}
const admin = { ...caller, projectId: 'p9', roles: ['admin', 'member', 'reader'], isAdmin: true }
const reader = { ...caller, roles: ['reader'] }
const own = { project_id: 'p1', owner: 'p1', visibility: 'private' }
const other = { project_id: 'p2', owner: 'p2', visibility: 'private' }

function policyOf(overrides: Record<string, string> = {}, enforceScope = true) {
  const own = Object.entries(overrides).map(([name, text]) => ({ name, text, check: parseRule(text), source: 'file' as const }))
  const rules = mergeRules(readDefaults(true), own, 'default')
  return createPolicy({ current: () => rules, pin: (name) => rules.has(name) }, { defaultRule: 'default', enforceScope })
}

describe('the default policies', () => {
  const policy = policyOf()

  it('let a member change what its project owns, and nothing else', () => {
    expect(policy.allows(caller, 'modify_image', own)).toBe(true)
    expect(policy.allows(caller, 'modify_image', other)).toBe(false)
    expect(policy.allows(reader, 'modify_image', own)).toBe(false)
  })
  it('let an administrator of any project change everything', () => {
    expect(policy.allows(admin, 'modify_image', own)).toBe(true)
    expect(policy.allows(admin, 'publicize_image', own)).toBe(true)
  })
  it('let readers look, but only members download', () => {
    expect(policy.allows(reader, 'get_image', { ...other, visibility: 'public' })).toBe(true)
    expect(policy.allows(reader, 'download_image', { ...other, visibility: 'public' })).toBe(false)
    expect(policy.allows(caller, 'download_image', { ...other, visibility: 'community' })).toBe(true)
  })
  it('let the members of an image see it', () => {
    expect(policy.allows(reader, 'get_image', other)).toBe(false)
    expect(policy.allows(reader, 'get_image', { ...other, member_id: 'p1' })).toBe(true)
  })
  it('leave publishing to administrators', () => expect(policy.allows(caller, 'publicize_image', own)).toBe(false))
  it('want the owner of a new image to be the caller’s project', () => {
    expect(policy.allows(caller, 'add_image', own)).toBe(true)
    expect(policy.allows(caller, 'add_image', other)).toBe(false)
    expect(policy.allows(caller, 'add_image', { project_id: 'p1', owner: null })).toBe(false)
  })
  it.each(['system', 'domain', 'none'] as const)('refuse a token of scope %s even to an administrator', (scope) => {
    expect(policy.allows({ ...admin, scope, projectId: null }, 'get_images', own)).toBe(false)
  })
  it('are asked of other tokens as well where scopes are not enforced', () => {
    const policy = policyOf({ get_image: 'domain_id:d1', copy_image: 'system_scope:all', get_images: 'project_id:None' }, false)
    const domain: Context = { ...caller, scope: 'domain', projectId: null, domainId: 'd1' }
    const system: Context = { ...caller, scope: 'system', projectId: null }
    const actions = ['get_image', 'copy_image', 'get_images'] as const
    const allowed = (ctx: Context) => actions.filter((action) => policy.allows(ctx, action, own))
    expect([allowed(domain), allowed(system)]).toEqual([
      ['get_image', 'get_images'],
      ['copy_image', 'get_images'],
    ])
    expect(policy.decide(system, 'copy_image', own)).toMatchObject({ allowed: true, trace: { kind: 'attribute', found: 'all' } })
  })
  it('make administrators by context_is_admin', () => {
    const policy = policyOf({ context_is_admin: 'user_id:u1 and not is_admin:True' })
    expect([policy.isAdmin(caller), policy.isAdmin({ ...admin, userId: 'u2' })]).toEqual([true, false])
  })
  it('say which policy refused', () => {
    expect(() => policy.authorize(caller, 'publicize_image', own)).toThrow(/publicize_image/)
  })
})

describe('an action that needs more than its own rule', () => {
  const policy = policyOf({ get_tasks: 'role:member', tasks_api_access: 'role:auditor' })
  const auditor = { ...caller, roles: ['auditor'] }
  const both = { ...caller, roles: ['auditor', 'member'] }

  it('is allowed where all of its rules allow it', () => {
    expect([caller, auditor, both].map((ctx) => policy.allows(ctx, 'get_tasks', {}))).toEqual([false, false, true])
    expect(policy.decide(both, 'get_tasks', {})).toMatchObject({ action: 'get_tasks', allowed: true })
  })
  it('names the rule that refuses', () => {
    expect(policy.decide(caller, 'get_tasks', {}).action).toBe('tasks_api_access')
    expect(() => policy.authorize(caller, 'get_tasks', {})).toThrow(/tasks_api_access/)
    expect(() => policy.authorize(auditor, 'get_tasks', {})).toThrow(/get_tasks/)
  })
  it('is a new image that others shall see', () => {
    expect(policy.decide(caller, 'add_image', { ...own, visibility: 'public' }).action).toBe('publicize_image')
    expect(policy.allows(caller, 'add_image', { ...own, visibility: 'community' })).toBe(true)
  })
})

describe('a decision', () => {
  const policy = policyOf({ copy_image: 'not role:admin and rule:inner', inner: '!' })

  it('has the rule and where it comes from', () => {
    expect(policy.decide(caller, 'copy_image', own)).toMatchObject({
      ...{ action: 'copy_image', allowed: false, rule: 'not role:admin and rule:inner', source: 'file' },
    })
    expect(policy.decide(caller, 'publicize_image', own)).toMatchObject({ allowed: false, rule: 'role:admin', source: 'default' })
  })
  it('shows every clause, also those on which nothing depended any more, with what was compared', () => {
    const role = { kind: 'role', found: 'member, reader' }
    const project = { kind: 'attribute', text: 'project_id:%(project_id)s', found: 'p1', wanted: 'p2', holds: false }
    expect(policy.decide(caller, 'modify_image', other).trace).toEqual({
      kind: 'or',
      text: 'role:admin or (role:member and project_id:%(project_id)s)',
      holds: false,
      parts: [
        { ...role, text: 'role:admin', wanted: 'admin', holds: false },
        {
          kind: 'and',
          text: 'role:member and project_id:%(project_id)s',
          holds: false,
          parts: [{ ...role, text: 'role:member', wanted: 'member', holds: true }, project],
        },
      ],
    })
    expect(policy.decide(admin, 'modify_image', own).trace.parts).toHaveLength(2)
  })
  it('follows references to other rules', () => {
    const clause = { kind: 'rule', text: 'rule:inner', holds: false, parts: [{ kind: 'always', text: '!', holds: false }] }
    expect(policy.decide(caller, 'copy_image', own).trace.parts?.[1]).toEqual(clause)
  })
  it('says of a reference to a rule that there is not what answers in its place', () => {
    const traced = (overrides: Record<string, string>) =>
      policyOf({ copy_image: 'rule:nope', ...overrides }).decide(caller, 'copy_image', own).trace
    const text = 'rule:nope (there is no rule nope: the rule default answers)'
    expect(traced({})).toMatchObject({ text, holds: true, parts: [{ text: '@' }] })
    expect(traced({ default: '!' })).toMatchObject({ text, holds: false, parts: [{ text: '!' }] })
    expect(traced({ nope: '@' })).toMatchObject({ text: 'rule:nope' })
  })
  it('shows what the target or the token lacks as null', () => {
    const { parts } = policy.decide(caller, 'modify_member', {}).trace
    expect(parts?.[1]?.parts?.[1]).toMatchObject({ found: 'p1', wanted: null, holds: false })
    expect(policy.decide({ ...caller, roles: [] }, 'publicize_image', {}).trace).toMatchObject({ found: null, wanted: 'admin' })
  })
  it('names the scope of a token that is not a project’s', () => {
    const { trace } = policy.decide({ ...admin, scope: 'system', projectId: null }, 'get_images', own)
    expect(trace).toMatchObject({ holds: false, parts: [{ kind: 'scope', found: 'system', wanted: 'project' }, { holds: true }] })
  })
  it('is that of an anonymous reader', () => {
    const anonymous = { ...caller, roles: [], readOnly: true as const }
    expect(policy.decide(anonymous, 'get_image', { visibility: 'public' })).toMatchObject({ allowed: true })
    expect(policy.decide(anonymous, 'get_image', own)).toMatchObject({ allowed: false, trace: { kind: 'anonymous' } })
  })
  it('goes with the refusal, whose message says what was missing', () => {
    const refused = (as: Context, action: PolicyName, target: Attributes) => {
      try {
        policy.authorize(as, action, target)
        return undefined
      } catch (error) {
        return error
      }
    }
    expect(refused(reader, 'modify_image', own)).toMatchObject({
      message: 'The policy modify_image does not allow you to do this: it asks for role:admin or role:member.',
      decision: policy.decide(reader, 'modify_image', own),
    })
    expect(refused(reader, 'modify_image', other)).toMatchObject({
      message: expect.stringContaining('role:admin or (role:member and the project that owns it).'),
    })
    expect(refused(caller, 'copy_image', own)).toMatchObject({ message: expect.stringContaining(': nobody may.') })
    expect(refused(admin, 'copy_image', own)).toMatchObject({ message: expect.stringContaining(': nobody may.') })
    expect(refused({ ...admin, scope: 'none' }, 'modify_image', own)).toMatchObject({
      message: expect.stringContaining(': it asks for a token of a project.'),
    })
    expect(refused(admin, 'modify_image', own)).toBeUndefined()
  })
  it('can be asked for as a list of all rules', () => {
    expect(policy.rules()).toContainEqual({ action: 'inner', rule: '!', source: 'file' })
    expect(policy.rules()).toContainEqual({ action: 'publicize_image', rule: 'role:admin', source: 'default' })
  })
})

describe('the rule language', () => {
  const decide = (rule: string, target = {}) => policyOf({ get_images: rule }).allows(caller, 'get_images', target)

  it.each([
    ['', true],
    ['@', true],
    ['!', false],
    ['role:MEMBER', true],
    ['not role:member', false],
    ['role:admin or role:member and role:reader', true],
    ['(role:admin or role:member) and role:nobody', false],
    ['not (role:admin or role:nobody)', true],
    ['rule:context_is_admin', false],
    ['rule:unheard_of', true],
    ['user_id:u1', true],
    ['is_admin:False', true],
    ['tenant:p1', true],
    ['user:u1', true],
    ['user_domain_id:default', true],
    ['project_domain_id:default', true],
    ['roles:reader', true],
    ['system_scope:None', true],
    ['domain_id:None', true],
    ['service_roles:service', true],
    ['role:service', false],
    ['token.user.name:ada', true],
    ['token.project.domain.id:default', true],
    ['token.project.id:p2', false],
    ['token.constructor.name:Object', false],
    ["'':%(constructor)s", false],
    ["'x':%(nothing)s", false],
  ])('%j is %s', (rule, allowed) => expect(decide(rule)).toBe(allowed))

  it('fills in attributes of the target', () => {
    expect(decide('role:%(needed)s', { needed: 'member' })).toBe(true)
    expect(decide("'public':%(visibility)s", { visibility: 'public' })).toBe(true)
    expect(decide('project_id:%(project_id)s', { project_id: null })).toBe(false)
  })
  it.each(['(role:admin', 'role:admin)', 'role:admin or', 'admin', 'role:a role:b'])('refuses %j', (rule) => {
    expect(() => decide(rule)).toThrow()
  })
  it('refuses rules that refer to each other in a circle', () => {
    expect(() => policyOf({ a: 'rule:b', b: 'not rule:a' })).toThrow(/a refers to itself: a → b → a/)
    expect(() => policyOf({ default: 'not rule:unheard_of' })).toThrow(/default refers to itself: default → default/)
  })
})
