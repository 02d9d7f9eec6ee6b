import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { loadConfig } from '../config'
import { defaultRules } from './default-rules'
import type { Policy } from './policy'
import { followPolicyFiles, startPolicy } from './start-policy'

const data = mkdtempSync(join(tmpdir(), 'vitrine-policy-'))
afterAll(() => rmSync(data, { recursive: true }))

let config = ''
const logged: string[] = []
afterEach(() => {
  if (config !== '') removeConfig(config)
  config = ''
  logged.length = 0
})

const inFolder = (name: string) => join(dirname(config), name)

/** The policies of a configuration with files beside it. */
function policyBeside(files: Record<string, string>, options = ''): Policy {
  config = writeConfig(`[oslo_policy]\n${options}`, files)
  return policyOf(['--config-file', config])
}

function policyOf(argv: string[]) {
  const log = pino({ base: null, timestamp: false }, { write: (line: string) => logged.push(JSON.parse(line).msg) })
  return startPolicy(loadConfig(argv, { VITRINE_DATA: data }), log)
}

const ruleIn = (policy: Policy, action: string) => policy.rules().find((rule) => rule.action === action)
const fromFile = (rule: string) => expect.objectContaining({ rule, source: 'file' })

describe('the policy file', () => {
  it('is policy.yaml beside the configuration file', () => {
    const policy = policyBeside({
      'policy.yaml': '# mine\n"publicize_image": "role:publisher"\n',
      'policy.json': '{"get_image": "!"}',
    })
    expect(ruleIn(policy, 'publicize_image')).toEqual(fromFile('role:publisher'))
    expect(ruleIn(policy, 'get_image')).toMatchObject({ source: 'default' })
    expect(ruleIn(policy, 'copy_image')).toMatchObject({ rule: 'role:admin', source: 'default' })
  })
  it('is policy.json where that is all there is', () => {
    expect(ruleIn(policyBeside({ 'policy.json': '{\n\t"get_image": "!"\n}' }), 'get_image')).toEqual(fromFile('!'))
  })
  it('is the one that policy_file names, by itself or beside the configuration', () => {
    const rules = { 'rules.yml': 'get_image: "!"\n', 'policy.yaml': 'get_image: "@"\n' }
    expect(ruleIn(policyBeside(rules, 'policy_file = rules.yml\n'), 'get_image')).toEqual(fromFile('!'))
    removeConfig(config)
    expect(ruleIn(policyBeside(rules, 'policy_file = {folder}/rules.yml\n'), 'get_image')).toEqual(fromFile('!'))
  })
  it('need not be there, unless it is named', () => {
    expect(ruleIn(policyBeside({}), 'get_image')).toMatchObject({ source: 'default' })
    removeConfig(config)
    expect(() => policyBeside({}, 'policy_file = rules.yaml\n')).toThrow(/the policy file .*rules\.yaml is not there/)
  })
  it('is looked for nowhere without a configuration file', () => {
    expect(
      policyOf([])
        .rules()
        .filter(({ source }) => source === 'file'),
    ).toEqual([])
  })
  it('may be empty', () => expect(policyBeside({ 'policy.yaml': '# nothing yet\n' }).rules().length).toBeGreaterThan(50))
  it('may hold rules as lists of lists', () => {
    const lists =
      'get_image: [["role:a", "user_id:x"], "role:b", []]\nget_images: []\nadd_image: [[]]\ncopy_image:\n  - [role:a]\n'
    const policy = policyBeside({ 'policy.yaml': lists })
    expect(ruleIn(policy, 'get_image')).toEqual(fromFile('(role:a and user_id:x) or role:b'))
    expect(ruleIn(policy, 'get_images')).toEqual(fromFile('@'))
    expect(ruleIn(policy, 'add_image')).toEqual(fromFile('!'))
    expect(ruleIn(policy, 'copy_image')).toEqual(fromFile('role:a'))
  })
})

describe('policy_dirs', () => {
  it('are read after the file, by name, and the last rule of a name counts', () => {
    config = writeConfig('[oslo_policy]\npolicy_dirs = rules.d\n', {
      'policy.yaml': 'get_image: "role:a"\nget_images: "role:a"\n',
    })
    mkdirSync(inFolder('rules.d'))
    writeFileSync(inFolder('rules.d/20.yaml'), 'get_images: "role:c"\n')
    writeFileSync(inFolder('rules.d/10.json'), '{"get_images": "role:b", "copy_image": "role:b"}')
    for (const name of ['.hidden.yaml', '30.yaml~']) writeFileSync(inFolder(`rules.d/${name}`), 'get_images: "!"\n')
    const policy = policyOf(['--config-file', config])
    const texts = ['get_image', 'get_images', 'copy_image'].map((action) => ruleIn(policy, action)?.rule)
    expect(texts).toEqual(['role:a', 'role:c', 'role:b'])
  })
  it('may be several', () => {
    config = writeConfig('[oslo_policy]\npolicy_dirs = a\npolicy_dirs = b, missing\n')
    for (const name of ['a', 'b']) mkdirSync(inFolder(name))
    writeFileSync(inFolder('a/2.yaml'), 'get_image: "role:a"\nget_images: "role:a"\n')
    writeFileSync(inFolder('b/1.yaml'), 'get_images: "role:b"\n')
    const policy = policyOf(['--config-file', config])
    expect([ruleIn(policy, 'get_image'), ruleIn(policy, 'get_images')]).toEqual([fromFile('role:a'), fromFile('role:b')])
  })
  it('have to be folders', () => {
    expect(() => policyBeside({ 'policy.d': '' })).toThrow(/cannot read the policy folder .*policy\.d/)
  })
  it('are policy.d unless it is said', () => {
    config = writeConfig('')
    mkdirSync(inFolder('policy.d'))
    writeFileSync(inFolder('policy.d/mine.yaml'), 'get_image: "!"\n')
    expect(ruleIn(policyOf(['--config-file', config]), 'get_image')).toEqual(fromFile('!'))
  })
})

describe('what is doubtful in a file is a warning', () => {
  it.each([
    ['get_imagse: "@"\n', /policy\.yaml:1: the rule get_imagse is no policy of the Image API, and no other rule refers to it/],
    [
      'get_image: "rule:mine"\n',
      /policy\.yaml:1: the rule get_image refers to mine, which there is not: .* default answers for it, .* lets everybody pass$/,
    ],
    [
      'default: "!"\nget_image: "rule:mine"\n',
      /policy\.yaml:2: .* refers to mine, which there is not: the rule default answers for it$/,
    ],
  ])('%j', (text, warning) => {
    policyBeside({ 'policy.yaml': text })
    expect(logged).toEqual([expect.stringMatching(warning)])
  })
  it('but not the names that Vitrine’s own rules ask', () => {
    const rules = Object.entries(defaultRules).map(([name, rule]) => `${name}: ${JSON.stringify(rule)}\n`)
    policyBeside({ 'policy.yaml': rules.join('').replace('get_image:', 'get_image: "token.user.id:%(image_id)s"\nx:') })
    expect(logged).toEqual([expect.stringContaining('the rule x is no policy')])
  })
  it('but not a name that another rule uses, nor the default', () => {
    policyBeside(
      { 'policy.yaml': 'mine: "@"\nget_image: "rule:mine"\ndefault: "!"\nlast: "!"\n' },
      'policy_default_rule = last\n',
    )
    expect(logged).toEqual([])
  })
})

describe('a file that cannot be used stops the start', () => {
  it.each([
    ['get_image: "role:a"\nget_images: "(role:a"\n', /policy\.yaml:2: the rule get_images: a bracket is not closed/],
    ['get_image: "admin"\n', /policy\.yaml:1: the rule get_image: "admin" is not a check/],
    ['get_image: "http://x/y"\n', /policy\.yaml:1: the rule get_image: .*remote server.*not supported/],
    ['get_image:\n', /policy\.yaml:1: the rule get_image: it is no text in quotes/],
    ['get_image: !\n', /policy\.yaml:1: the rule get_image: it is no text in quotes/],
    ['get_image: 1\n', /policy\.yaml:1: the rule get_image: it is no text in quotes/],
    ['get_image: [["a"]]\n', /policy\.yaml:1: the rule get_image: "a" is not a check/],
    ['get_image: [[["role:a"]]]\n', /policy\.yaml:1: the rule get_image: it is no text in quotes/],
    ['get_image: @\n', /policy\.yaml:1: .*reserved character @/],
    ['\nget_image: "@"\nget_image: "!"\n', /policy\.yaml:3: .*unique/],
    ['- get_image\n', /policy\.yaml: expected rules by name/],
    ['1: "@"\n', /policy\.yaml:1: expected the name of a rule/],
    ['get_image: !mine "@"\n', /policy\.yaml:1: Unresolved tag/],
    ['{"get_image": "@"\n', /policy\.yaml:2: /],
    [
      'get_image: "rule:a"\na: "rule:get_image"\n',
      /policy\.yaml:1: the rule get_image refers to itself: get_image → a → get_image/,
    ],
  ])('%j', (text, message) => expect(() => policyBeside({ 'policy.yaml': text })).toThrow(message))
})

describe('the old defaults', () => {
  it('go as well as the new ones where those are not enforced', () => {
    const policy = policyBeside({}, 'enforce_new_defaults = false\n')
    expect(ruleIn(policy, 'get_images')).toMatchObject({
      rule: '(role:admin or (role:reader and project_id:%(project_id)s)) or (rule:default)',
      source: 'default',
    })
    expect(ruleIn(policy, 'publicize_image')).toMatchObject({ rule: 'role:admin' })
  })
  it('of the cache follow the rule that they had together', () => {
    const policy = policyBeside({ 'policy.yaml': 'manage_image_cache: "role:operator"\n' }, 'enforce_new_defaults = false\n')
    expect(ruleIn(policy, 'cache_list')).toMatchObject({ rule: '(role:admin) or (rule:manage_image_cache)' })
  })
  it('give way to a rule of the file', () => {
    const policy = policyBeside({ 'policy.yaml': 'get_images: "role:admin"\n' }, 'enforce_new_defaults = false\n')
    expect(ruleIn(policy, 'get_images')).toEqual(fromFile('role:admin'))
  })
})

describe('a change of the files', () => {
  const soon = () => sleep(1350)
  const replace = (name: string, text: string) => {
    writeFileSync(inFolder('.swap'), text)
    renameSync(inFolder('.swap'), inFolder(name))
  }

  it('is followed, also when another file takes the place of the old one', async () => {
    const policy = policyBeside({ 'policy.yaml': 'get_image: "role:a"\n' })
    replace('policy.yaml', 'get_image: "role:b"\n')
    expect(ruleIn(policy, 'get_image')).toEqual(fromFile('role:a'))
    await soon()
    expect(ruleIn(policy, 'get_image')).toEqual(fromFile('role:b'))
    writeFileSync(inFolder('policy.yaml'), 'get_image: "role:c"\n')
    await soon()
    expect(ruleIn(policy, 'get_image')).toEqual(fromFile('role:c'))
    expect(logged).toHaveLength(2)
  })
  it('is followed in policy_dirs, and when there was no file before', async () => {
    const policy = policyBeside({})
    mkdirSync(inFolder('policy.d'))
    writeFileSync(inFolder('policy.d/a.yaml'), 'get_image: "role:a"\n')
    writeFileSync(inFolder('policy.yaml'), 'copy_image: "role:a"\n')
    await soon()
    expect([ruleIn(policy, 'get_image'), ruleIn(policy, 'copy_image')]).toEqual([fromFile('role:a'), fromFile('role:a')])
    rmSync(inFolder('policy.d/a.yaml'))
    await soon()
    expect(ruleIn(policy, 'get_image')).toMatchObject({ source: 'default' })
  })
  it('to what cannot be used is logged once, and changes nothing', async () => {
    const policy = policyBeside({ 'policy.yaml': 'get_image: "role:a"\n' })
    replace('policy.yaml', 'get_image: "role:b"\nget_images: "role:a or"\n')
    await soon()
    expect(ruleIn(policy, 'get_image')).toEqual(fromFile('role:a'))
    await soon()
    expect(ruleIn(policy, 'get_image')).toEqual(fromFile('role:a'))
    expect(logged).toEqual([
      expect.stringMatching(/policy\.yaml:2: the rule get_images: it ends .*; the policies stay as they were/),
    ])
    replace('policy.yaml', 'get_image: "role:c"\n')
    await soon()
    expect(ruleIn(policy, 'get_image')).toEqual(fromFile('role:c'))
  })
  it('that takes the file away changes nothing', async () => {
    const policy = policyBeside({ 'policy.yaml': 'get_image: "!"\n' })
    rmSync(inFolder('policy.yaml'))
    await soon()
    expect(ruleIn(policy, 'get_image')).toEqual(fromFile('!'))
    expect(logged).toEqual([expect.stringMatching(/the policy file .*policy\.yaml is not there; the policies stay as they were/)])
  })
  it('that takes away what property protections ask changes nothing', async () => {
    const policy = policyBeside({ 'policy.yaml': 'mine: "!"\n' })
    expect([policy.pin('mine'), policy.pin('theirs')]).toEqual([true, false])
    replace('policy.yaml', 'get_image: "!"\n')
    await soon()
    expect(ruleIn(policy, 'mine')).toEqual(fromFile('!'))
    expect(logged.at(-1)).toMatch(/need the rules mine, which are gone/)
  })
  it('is logged also where nobody asks, until the following ends', async () => {
    const unfollow = followPolicyFiles(policyBeside({ 'policy.yaml': 'get_image: "role:a"\n' }))
    replace('policy.yaml', 'get_image: "role:a or"\n')
    await sleep(2000)
    unfollow()
    expect(logged).toEqual([expect.stringMatching(/policy\.yaml:1: .*; the policies stay as they were/)])
    replace('policy.yaml', 'get_image: "and"\n')
    await sleep(2000)
    expect(logged).toHaveLength(1)
  })
  it('that makes a folder unreadable is logged once', async () => {
    const unfollow = followPolicyFiles(policyBeside({}))
    writeFileSync(inFolder('policy.d'), '')
    await sleep(3500)
    unfollow()
    expect(logged).toEqual([expect.stringMatching(/cannot read the policy folder .*; the policies stay as they were/)])
  })
})
