import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../server/db/database'
import { createMetadefRepository } from '../server/metadefs/metadef-repository'
import { commands, runCommand } from './run-command'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
  vi.stubEnv('VITRINE_DATA', join(folder, 'data'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function vitrine(...words: string[]) {
  const printed: string[] = []
  const complained: string[] = []
  const status = await runCommand(
    words,
    (line) => printed.push(line),
    (line) => complained.push(line),
  )
  return { status, printed: printed.join('\n'), complained: complained.join('\n') }
}

function write(name: string, content: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

/** The title of the property `p` of the namespace `N`, as the database has it. */
async function title(database = join(folder, 'data', 'vitrine.sqlite')) {
  const opened = openDatabase(`sqlite:///${database}`)
  try {
    const repository = createMetadefRepository(opened)
    const namespace = await repository.namespaces.find('N')
    return namespace && (await repository.properties.find(namespace.id, 'p'))?.schema.title
  } finally {
    await opened.db.destroy()
  }
}

const definition = (name: string, protect = true) => ({
  namespace: 'N',
  protected: protect,
  properties: { p: { title: name, type: 'string' } },
})

describe('vitrine', () => {
  it('names every command in its help', async () => {
    const { status, printed } = await vitrine('--help')
    expect(status).toBe(0)
    for (const { name, summary } of commands) expect(printed).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'))
    expect((await vitrine()).printed).toBe(printed)
  })
  it('helps with each command', async () => {
    for (const { name, operands } of commands)
      expect((await vitrine(...name.split(' '), '--help')).printed).toContain(`Usage: vitrine ${name} ${operands}`)
  })
  it('helps with each option of a command, and with a group of commands', async () => {
    expect((await vitrine('doctor', '--help')).printed).toMatch(/^ {2}--json +print JSON \(default: text\)$/m)
    expect((await vitrine('keystone', 'register', '--help')).printed).toMatch(/^ {2}--region REGION .*else RegionOne\)$/m)
    const { status, printed } = await vitrine('keystone', '--help')
    expect([status, printed]).toEqual([0, expect.stringContaining('  keystone register  Makes')])
    expect(printed).not.toContain('doctor')
  })
  it('refuses a command that it lacks', async () => expect(await vitrine('db', 'drop')).toMatchObject({ status: 2, printed: '' }))
  it('refuses an option that a command lacks', async () =>
    expect(await vitrine('db', 'sync', '--nope')).toMatchObject({
      status: 2,
      complained: expect.stringContaining('Usage: vitrine db sync'),
    }))
  it('names the configuration that is wrong', async () => {
    const file = write('wrong.conf', '[DEFAULT]\nbind_port = x\n')
    expect(await vitrine('db', 'sync', '--config-file', file)).toMatchObject({
      status: 1,
      complained: expect.stringContaining('wrong.conf'),
    })
  })
})

describe('vitrine db sync', () => {
  it('makes the schema, once or twice', async () => {
    expect(await vitrine('db', 'sync')).toMatchObject({ status: 0, printed: 'The sqlite database has the newest schema.' })
    expect(await vitrine('db', 'sync')).toMatchObject({ status: 0 })
    expect(await title()).toBeNull()
  })
})

describe('vitrine db load-metadefs', () => {
  const load = (...words: string[]) => vitrine('db', 'load-metadefs', ...words)

  it('loads a file, and keeps what is there', async () => {
    const file = write('n.json', definition('one'))
    expect(await load(file)).toMatchObject({ status: 0, printed: `${file}: N is new` })
    write('n.json', definition('two'))
    expect((await load(file)).printed).toContain('N is there already and stays as it is')
    expect(await title()).toBe('one')
  })
  it('merges, prefers what is new, or replaces', async () => {
    const file = write('n.json', definition('one'))
    await load(file)
    write('n.json', { ...definition('two'), tags: [{ name: 't' }] })
    expect((await load(file, '--merge')).printed).toBe(`${file}: N is merged: 1 added, 0 changed`)
    expect(await title()).toBe('one')
    expect((await load(file, '--merge', '--prefer-new')).printed).toBe(`${file}: N is merged: 0 added, 1 changed`)
    expect(await title()).toBe('two')
    write('n.json', definition('three'))
    expect((await load(file, '--merge', '--overwrite')).printed).toBe(`${file}: N is replaced`)
    expect(await title()).toBe('three')
  })
  it('loads every JSON file of a folder, in order', async () => {
    write('b.json', { namespace: 'B' })
    write('a.json', { namespace: 'A' })
    write('notes.txt', 'not one of them')
    expect((await load(folder)).printed).toBe(`${join(folder, 'a.json')}: A is new\n${join(folder, 'b.json')}: B is new`)
  })
  it('loads Vitrine’s own definitions where no path is given', async () => {
    const { status, printed } = await load()
    expect(status).toBe(0)
    expect(printed).toContain('Vitrine: OS::Compute::Watchdog is new')
  })
  it('works on the database of the configuration', async () => {
    const database = join(folder, 'other.sqlite')
    const config = write('vitrine.conf', `[database]\nconnection = sqlite:///${database}\n`)
    expect(await load(write('n.json', definition('one')), '--config-file', config)).toMatchObject({ status: 0 })
    expect(await title(database)).toBe('one')
  })
  it('names files and places that are wrong, and loads nothing', async () => {
    write('good.json', definition('one'))
    const broken = write('broken.json', '{"namespace": ')
    const misfit = write('misfit.json', { namespace: 'M', properties: { p: { title: 'P', type: 'text' } } })
    const { status, complained } = await load(folder)
    expect(status).toBe(1)
    expect(complained).toContain(`${broken}: this is not JSON`)
    expect(complained).toContain(`${misfit}: properties/p/type: `)
    await vitrine('db', 'sync')
    expect(await title()).toBeNull()
  })
  it('changes nothing when the database refuses one of them', async () => {
    write('a.json', definition('one'))
    write('b.json', { namespace: 'B', tags: [{ name: 't' }, { name: 't' }] })
    expect(await load(folder)).toMatchObject({ status: 1, printed: '', complained: expect.stringContaining('tag') })
    expect(await title()).toBeNull()
  })
  it('refuses a path that is not there, or is empty', async () => {
    expect(await load(join(folder, 'nope'))).toMatchObject({ status: 1, complained: expect.stringContaining('nope') })
    expect(await load(folder)).toMatchObject({ status: 1, complained: expect.stringContaining('no .json file') })
  })
  it.each([[['--overwrite']], [['--merge', '--overwrite', '--prefer-new']], [['a', 'b']]])('refuses %j', async (words) => {
    expect(await load(...words)).toMatchObject({ status: 2, complained: expect.stringContaining('Usage:') })
  })
})
