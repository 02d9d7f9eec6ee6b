import { describe, expect, it } from 'vitest'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import type { NamespaceDefinition } from '@/lib/contract/metadefs'
import { type ImportMode, planImport } from './import-plan'
import { runImport } from './import-run'
import type { MetadefWrite } from './metadef-writes'

const times = { created_at: '2026-11-23T00:00:00Z', updated_at: '2026-11-23T00:00:00Z' }
const text = (title: string) => ({ title, type: 'string' as const })
const number = (value: unknown) => ({ title: 'Cores', type: 'integer' as const, default: value })

const standing: NamespaceView = {
  ...{ namespace: 'A', visibility: 'public', protected: true, owner: 'p', ...times },
  resource_type_associations: [{ name: 'OS::Glance::Image', prefix: 'hw_', ...times }],
  properties: { same: number('4'), other: text('Old'), alone: text('Alone') },
  tags: [{ name: 'kept' }],
}
const definition: NamespaceDefinition = {
  ...{ namespace: 'A', display_name: 'Named' },
  resource_type_associations: [{ name: 'OS::Glance::Image' }],
  properties: { same: number(4), other: text('New'), more: text('More') },
  objects: [{ name: 'o', properties: { p: text('P') }, required: [] }],
  tags: [{ name: 'kept' }],
}

const outcomes = (mode: ImportMode) =>
  planImport(definition, standing, mode).changes.map(({ kind, name, outcome }) => `${kind} ${name} ${outcome}`)
const said = (write: MetadefWrite) => ('kind' in write ? `${write.op} ${write.kind}` : write.op)
const writes = (mode: ImportMode) => planImport(definition, standing, mode).writes.map(said)

describe('the plan of an import', () => {
  it('makes a new namespace in one request', () => {
    const { writes: made, changes } = planImport(definition, null, 'merge')
    expect(made).toEqual([{ op: 'create', definition: { ...definition } }])
    expect(changes).toHaveLength(7)
  })
  it('adds by a merge what is missing, and says what stays different', () => {
    expect(outcomes('merge')).toEqual([
      'namespace A kept',
      'resource_types OS::Glance::Image kept',
      'properties other kept',
      'properties more new',
      'objects o new',
    ])
    expect(writes('merge')).toEqual(['add properties', 'add objects'])
  })
  it('takes over what differs where the file is preferred; removals are last, and only while unprotected', () => {
    expect(outcomes('preferNew')).toContain('properties other changed')
    expect(writes('preferNew')).toEqual([
      'describe',
      ...['add properties', 'add objects', 'change properties', 'change resource_types'],
      'describe',
    ])
    expect(planImport(definition, standing, 'preferNew').writes.at(-1)).toMatchObject({
      attributes: { display_name: 'Named', protected: true, owner: 'p' },
    })
  })
  it('removes by an overwrite what the file lacks, and keeps whose it is', () => {
    expect(outcomes('overwrite')).toContain('properties alone removed')
    expect(planImport(definition, standing, 'overwrite').writes.at(-1)).toEqual({
      op: 'describe',
      attributes: { namespace: 'A', display_name: 'Named', visibility: 'public', protected: false, owner: 'p' },
    })
  })
  it('names the fields that differ, and takes a default for what the API says of it', () => {
    const [, changed] = planImport(definition, standing, 'preferNew')
      .changes.filter(({ outcome }) => outcome === 'changed')
      .slice(1)
    expect(changed?.differences).toEqual([{ path: '/title', before: 'Old', after: 'New' }])
  })
  it('has nothing to do where nothing differs', () => {
    const objects = [{ name: 'o', required: [], properties: {} }]
    const same = { namespace: 'A', protected: true, objects: [{ name: 'o' }] }
    expect(planImport(same, { ...standing, objects }, 'preferNew')).toMatchObject({ changes: [], writes: [] })
  })
})

describe('an import that is refused half-way', () => {
  const plans = [planImport(definition, standing, 'preferNew'), planImport({ namespace: 'B' }, null, 'merge')]
  const refusing = (op: string, seen: string[]) => async (_: string, write: MetadefWrite) => {
    seen.push(said(write))
    if (said(write) === op) throw new Error('refused')
  }

  it('says what is written and what is not, and protects again', async () => {
    const seen: string[] = []
    const result = await runImport(plans, refusing('change properties', seen))
    expect(result.written.map(({ write }) => said(write))).toEqual(['describe', 'add properties', 'add objects'])
    expect(result.failed).toMatchObject({ namespace: 'A', error: { message: 'refused' } })
    expect(result.left.map(({ write }) => said(write))).toEqual(['change resource_types', 'describe', 'create'])
    expect(seen.at(-1)).toBe('describe')
    expect(result.unprotected).toBeNull()
  })
  it('says what it could not protect again', async () => {
    let opened = false
    const result = await runImport(plans, async (_, write) => {
      if (opened) throw new Error('refused')
      opened = write.op === 'describe'
    })
    expect(result.unprotected).toBe('A')
  })
})
