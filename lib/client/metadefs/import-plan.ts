import type { NamespaceView } from '@/lib/contract/metadef-view'
import type { NamespaceDefinition } from '@/lib/contract/metadefs'
import { type Difference, differencesBetween } from './differences'
import type { MetadefWrite } from './metadef-writes'
import { attributesOf, definitionOf, type NamespaceAttributes, type Part, type PartKind, partKinds, partsOf } from './parts'

/**
 * What becomes of a namespace that is there already, as `vitrine db load-metadefs --merge` says it: it gets what it lacks;
 * takes over what differs as well; or also loses what the file lacks.
 */
export const importModes = ['merge', 'preferNew', 'overwrite'] as const
export type ImportMode = (typeof importModes)[number]

/** What an import makes of a namespace itself or of one part; `kept` differs from the file and stays. */
export interface PlannedChange {
  kind: PartKind | 'namespace'
  name: string
  outcome: 'new' | 'changed' | 'removed' | 'kept'
  differences: Difference[]
}

export interface NamespacePlan {
  namespace: string
  isNew: boolean
  changes: PlannedChange[]
  /** In an order in which nothing goes before all that is new stands. */
  writes: MetadefWrite[]
  /** What has to hold again where a protected namespace was opened for removals and the import then fails. */
  reprotect: NamespaceAttributes | null
}

/** How much an import would change, whatever it takes to write it. */
export function countPlanned(plans: readonly NamespacePlan[]): number {
  return plans.flatMap(({ changes }) => changes).filter(({ outcome }) => outcome !== 'kept').length
}

/** What an import of a definition would change of what stands. */
export function planImport(definition: NamespaceDefinition, standing: NamespaceView | null, mode: ImportMode): NamespacePlan {
  const { namespace } = definition
  if (standing === null) {
    const whole = definitionOf(definition)
    const parts = partKinds.flatMap((kind) => partsOf(whole)[kind].map(({ name }) => changeOf(kind, name, 'new')))
    const changes = [changeOf('namespace', namespace, 'new'), ...parts]
    return { namespace, isNew: true, changes, writes: [{ op: 'create', definition: whole }], reprotect: null }
  }
  const described = describe(definition, standing, mode)
  const parts = partKinds.flatMap((kind) => planParts(kind, { wanted: partsOf(definition)[kind], standing, mode }))
  const writes = inOrder(parts.flatMap(({ write }) => write ?? []))
  const opened = standing.protected && writes.some(removes)
  const closing = opened || described?.outcome === 'changed'
  const attributes = attributesOf(standing)
  return {
    namespace,
    isNew: false,
    changes: [...(described ? [described] : []), ...parts.map(({ change }) => change)],
    writes: [
      ...(opened ? [{ op: 'describe' as const, attributes: { ...attributes, protected: false } }] : []),
      ...writes,
      ...(closing ? [{ op: 'describe' as const, attributes: wantedAttributes(definition, standing, mode) }] : []),
    ],
    reprotect: opened ? attributes : null,
  }
}

function changeOf(kind: PlannedChange['kind'], name: string, outcome: PlannedChange['outcome']): PlannedChange {
  return { kind, name, outcome, differences: [] }
}

function describe(definition: NamespaceDefinition, standing: NamespaceView, mode: ImportMode): PlannedChange | null {
  const wanted = wantedAttributes(definition, standing, mode === 'merge' ? 'preferNew' : mode)
  const differences = differencesBetween(attributesOf(standing), wanted)
  if (differences.length === 0) return null
  return { kind: 'namespace', name: standing.namespace, outcome: mode === 'merge' ? 'kept' : 'changed', differences }
}

/** Whose a namespace is and who sees it stays, unless the definition says otherwise. */
function wantedAttributes(definition: NamespaceDefinition, standing: NamespaceView, mode: ImportMode): NamespaceAttributes {
  const { visibility, owner } = standing
  if (mode === 'merge') return attributesOf(standing)
  if (mode === 'preferNew') return { ...attributesOf(standing), ...attributesOf(definition) }
  return { visibility, owner, protected: false, ...attributesOf(definition) }
}

interface PartsToPlan {
  wanted: readonly Part[]
  standing: NamespaceView
  mode: ImportMode
}

interface PlannedPart {
  change: PlannedChange
  write?: MetadefWrite
}

function planParts(kind: PartKind, { wanted, standing, mode }: PartsToPlan): PlannedPart[] {
  const present = new Map<string, Part>(partsOf(standing)[kind].map((part) => [part.name, part]))
  const named = new Set(wanted.map(({ name }) => name))
  const fromFile = wanted.flatMap((part): PlannedPart[] => {
    const before = present.get(part.name)
    if (!before) return [{ change: changeOf(kind, part.name, 'new'), write: { op: 'add', kind, part } }]
    const differences = differencesBetween(comparable(before), comparable(part))
    if (differences.length === 0) return []
    const change = { kind, name: part.name, differences }
    if (mode === 'merge') return [{ change: { ...change, outcome: 'kept' } }]
    return [{ change: { ...change, outcome: 'changed' }, write: { op: 'change', kind, name: part.name, part, before } }]
  })
  const gone = mode === 'overwrite' ? [...present.keys()].filter((name) => !named.has(name)) : []
  return [
    ...fromFile,
    ...gone.map((name): PlannedPart => ({ change: changeOf(kind, name, 'removed'), write: { op: 'remove', kind, name } })),
  ]
}

/** The API answers every default as text; what is empty says nothing. */
function comparable(part: object): object {
  const fields = Object.entries(part).filter(([, value]) => value !== null && !['[]', '{}'].includes(JSON.stringify(value)))
  return Object.fromEntries(
    fields.map(([name, value]) => {
      if (name === 'default' && typeof value !== 'string') return [name, JSON.stringify(value)]
      return [name, name === 'properties' ? schemasOf(value as Record<string, object>) : value]
    }),
  )
}

function schemasOf(schemas: Record<string, object>): object {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, comparable(schema)]))
}

/** Whether a protected namespace refuses it: an association is changed by its removal. */
function removes(write: MetadefWrite): boolean {
  return write.op === 'remove' || (write.op === 'change' && write.kind === 'resource_types')
}

function inOrder(writes: readonly MetadefWrite[]): MetadefWrite[] {
  const rank = (write: MetadefWrite) => (write.op === 'add' ? 0 : removes(write) ? 2 : 1)
  return writes.toSorted((a, b) => rank(a) - rank(b))
}
