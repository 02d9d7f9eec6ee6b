import { beforeAll, describe, expect, it } from 'vitest'
import { type Asked, askOsloPolicy, doubtedByOsloPolicy, noChecker } from '@/testing/oslo-policy-checker'
import type { Attributes } from './attributes'
import { defaultRules } from './default-rules'
import { allows } from './evaluate'
import { parseListRule, parseRule } from './rule-language'

type Text = string | (string | string[])[]

/** The rules by which the table is asked, of which some refer to others. */
const named: Record<string, Text> = {
  default: 'role:fallback',
  admin_required: 'role:admin',
  owner: 'user_id:%(user_id)s or project_id:%(project_id)s',
  admin_or_owner: 'rule:admin_required or rule:owner',
  everybody: '',
  nobody: '!',
  'with:colon': 'role:reader',
}

const table: Text[] = [
  // Constants, and the empty rule.
  ...['', '@', '!', 'not @', 'not !', 'not not @', '(@)', '((!))', '@ or !', '@ and !', '! or @ and !', 'not ! and !'],
  // Roles.
  ...['role:admin', 'role:ADMIN', 'role:member', 'role:Reader', 'role:nobody', 'role:', 'role:mem', 'role:load-balancer_admin'],
  ...['role:%(needed_role)s', 'role:%(prefix)sber', 'role:%(missing)s', 'role:%(nothing)s', 'not role:%(missing)s'],
  // A kind of check is told by its case.
  ...['ROLE:admin', 'Role:member', 'RULE:everybody', 'not Rule:everybody'],
  // References, and what answers for those that lead nowhere.
  ...['rule:admin_required', 'rule:admin_or_owner', 'rule:owner', 'rule:everybody', 'rule:nobody', 'rule:with:colon'],
  ...['rule:unheard_of', 'not rule:unheard_of', 'rule:default', 'rule:', 'rule:%(needed_role)s'],
  // Precedence, case of the words, brackets and blanks.
  ...[
    'role:admin or role:member and role:reader',
    'role:admin and role:member or role:reader',
    'role:reader or role:admin and role:nobody',
  ],
  ...['role:reader AND role:member', 'role:admin Or role:member', 'NOT role:admin', 'nOt role:admin aNd role:reader'],
  ...[
    '(role:admin or role:reader) and role:nobody',
    'role:nobody and (role:admin or role:reader)',
    '( role:admin )',
    '(role:admin)or(role:x)',
  ],
  ...[
    'not role:admin and role:reader',
    'not (role:admin and role:reader)',
    'not (role:admin or role:reader)',
    'not not role:admin',
  ],
  ...[
    'role:reader and not role:admin',
    'role:nobody or not role:admin and role:reader',
    'role:nobody or not (role:admin and role:reader)',
  ],
  ...['  role:admin', 'role:admin  ', 'role:admin\tor\nrole:member', '((role:admin) or (role:member and (role:reader)))'],
  ...[
    'role:a or role:b or role:c or role:reader',
    'role:reader and role:member and @ and role:nobody',
    '(not role:admin) or role:x',
  ],
  ...[
    'role:nobody or role:member and role:reader or role:x',
    'role:admin and (role:x or not role:y) and @',
    'not role:x and not role:y',
  ],
  // Attributes of the token.
  ...['user_id:u-ada', 'user_id:%(user_id)s', 'project_id:%(project_id)s', 'project_id:%(owner)s', 'project_id:%(missing)s'],
  ...[
    'user_id:U-ADA',
    'user_id:',
    'nothing_such:%(owner)s',
    'nothing_such:None',
    'is_admin:False',
    'is_admin:True',
    'is_admin:false',
  ],
  ...[
    'user.id:u-ada',
    'user.domain.id:default',
    'user.domain.id:%(domain)s',
    'project.domain.id:%(domain)s',
    'project.domain.name:Default',
  ],
  ...['user.nothing.id:x', 'user.domain:default', 'roles:admin', 'roles:member', 'roles:Member', 'not roles:reader'],
  ...[
    'methods:password',
    'audit_ids:a-2',
    'groups.id:g-1',
    'groups.id:g-2',
    'groups.id:%(group)s',
    'system_scope:all',
    'system.all:True',
  ],
  ...['is_admin_project:True', 'is_admin_project:%(flag)s', 'level:%(level)s', 'level:7', 'expires:None', 'expires:%(nothing)s'],
  ...['OS-TRUST:x', 'user_id:%(user_id)s%(user_id)s', 'user_id:u-%(name)s', 'user_id:%%', "user_id:'u-ada'"],
  // Literals.
  ...[
    "'public':%(visibility)s",
    '"public":%(visibility)s',
    "'private':%(visibility)s",
    "'public':public",

    "'':",
  ],
  ...['True:%(flag)s', 'False:%(flag)s', 'True:True', 'None:%(nothing)s', 'None:%(missing)s', 'None:None', "'None':%(nothing)s"],
  ...[
    '7:%(level)s',
    '-1:-1',
    '+7:7',
    '07:7',
    '0:0',
    "'7':%(level)s",
    '1:%(flag)s',
    "'True':%(flag)s",
    'not True:%(flag)s',
  ].filter((text) => text !== '07:7'),
  ...[
    "'100%':100%%",
    "'a.b':%(dotted.name)s",
    "'p-%(project_id)s':p",
    "'u-ada':u-%(name)s",
    "'public':%(visibility)s and role:reader",
  ],
  // The older form: one of the lists, and in it all checks.
  ...[[], [[]], ['role:admin'], [['role:admin'], ['role:member']], [['role:reader', 'user_id:u-ada']], [[], ['role:reader']]],
  ...[
    ['role:x', ['rule:owner', 'role:member']],
    [['@', '!'], 'rule:nobody'],
    ['rule:unheard_of'],
    [["'public':%(visibility)s"]],
    ['role:reader', ''],
    [''],
  ],
]

/** What Vitrine refuses to read, and oslo.policy makes a rule that nobody passes, or fails at. */
const refused: Text[] = [
  ...[
    'admin',
    'role',
    'role:a role:b',
    'role:a or',
    'or role:a',
    'and',
    'not',
    'role:a and and role:b',
    'role:a not role:b',
    ' ',
  ],
  ...['(role:a', 'role:a)', '()', '(', ')(', '(role:a) (role:b)', 'role:a or ()', 'not (role:a', '@@', 'role:a, role:b'],
  ...[
    "'public'",
    "'public':'public'",
    '"a b":x',
    "'a b':x",
    "'a:x",
    "'a':%(x",
    ':x',
    '07:7',
    '$x:y',
    "'it\\':x",
    '1x:y',
    'a..b:c',
  ],
  ...['role:%', 'role:100%', 'user_id:%(x)', 'user_id:%(x)q', 'user_id:%(', "'a':%"],
  ...[['admin'], [['role:a', 'b']], [['role:a', '']]],
]

const ada = { id: 'u-ada', name: 'ada', domain: { id: 'default', name: 'Default' } }
const token = { user: ada, methods: ['password', 'totp'], audit_ids: ['a-1', 'a-2'], expires: null, level: 7 }
const project = { id: 'p-1', name: 'demo', domain: { id: 'default', name: 'Default' } }
const roles = (...names: string[]) => ({ roles: names.map((name) => ({ id: `r-${name}`, name })) })

interface Token {
  user: typeof ada
  roles: { name: string }[]
  project?: { id: string }
  system?: { all: boolean }
}

const tokens = [
  { ...token, ...roles('Member', 'reader'), project },
  { ...token, ...roles('admin', 'member', 'reader'), project: { ...project, id: 'p-9' }, is_admin_project: true },
  { ...token, ...roles('reader', 'fallback'), system: { all: true }, groups: [{ id: 'g-1' }, { id: 'g-2' }] },
  {
    ...token,
    ...roles('load-balancer_admin'),
    user: { ...ada, id: 'u-eve' },
    project: { ...project, domain: { id: 'd-2', name: 'Two' } },
  },
]

const targets: Attributes[] = [
  {},
  { user_id: 'u-ada', project_id: 'p-1', owner: 'p-1', visibility: 'private', domain: 'default', nothing: null },
  { user_id: 'u-eve', project_id: 'p-2', owner: 'p-2', visibility: 'public', domain: 'd-2', flag: true, level: 7, name: 'ada' },
  { needed_role: 'MEMBER', prefix: 'mem', flag: false, group: 'g-2', 'dotted.name': 'a.b', project_id: null, level: 8 },
]

const questions: Asked[] = tokens.flatMap((asking) => targets.map((target) => ({ token: asking, target })))

/** What the token says of its owner, as the checker makes it of Keystone's answer. */
function credentialsOf({ token: asking }: Asked) {
  const { user, project, system, roles } = asking as unknown as Token
  return {
    ...asking,
    ...{ user_id: user.id, is_admin: false, ...(project && { project_id: project.id }), ...(system && { system_scope: 'all' }) },
    roles: roles.map(({ name }) => name),
  }
}

const read = (text: Text) => (typeof text === 'string' ? parseRule(text) : parseListRule(text))

/** What Vitrine says to the rules whose name has a colon, for each question. */
function askVitrine(rules: Readonly<Record<string, Text>>): Record<string, boolean>[] {
  const checks = Object.entries(rules).map(([name, text]) => [name, read(text)] as const)
  const known = new Map(checks.map(([name, check]) => [name, { name, check }]))
  const ruleOf = (name: string) => known.get(name) ?? known.get('default')
  const asked = checks.filter(([name]) => name.includes(':'))
  return questions.map((question) => {
    const all = { credentials: credentialsOf(question), target: question.target as Attributes, ruleOf }
    return Object.fromEntries(asked.map(([name, check]) => [name, allows(check, all)]))
  })
}

const rules = { ...named, ...Object.fromEntries(table.map((text, number) => [`table:${number}`, text])) }

describe.skipIf(noChecker)(`the rule language and oslopolicy-checker${noChecker ? ` (${noChecker})` : ''}`, () => {
  const ours = askVitrine(rules)
  let theirs: Record<string, boolean>[] = []
  beforeAll(() => {
    theirs = askOsloPolicy(rules, questions)
  })

  it('are asked often enough', () => expect([table.length >= 80, theirs.length]).toEqual([true, 16]))
  it.each(table.map((text, number) => ({ text, name: `table:${number}` })))('agree on $text', ({ name }) => {
    expect(ours.map((answers) => answers[name])).toEqual(theirs.map((answers) => answers[name]))
  })
  it('agree on which rules are bad', () => {
    for (const text of refused) expect(() => read(text), JSON.stringify(text)).toThrow()
    const [bad, good] = [doubtedByOsloPolicy(refused), doubtedByOsloPolicy(table)]
    expect(refused.filter((_, number) => !bad[number])).toEqual([])
    expect(table.filter((_, number) => good[number])).toEqual([])
  })
  it('agree on Glance’s defaults', () => {
    const asked = Object.fromEntries(Object.entries(defaultRules).map(([name, text]) => [`is:${name}`, text]))
    expect(askVitrine({ ...defaultRules, ...asked })).toEqual(askOsloPolicy({ ...defaultRules, ...asked }, questions))
  })
})
