import type { NamespaceDefinition } from '@/lib/contract/metadefs'
import type { AssociationRepository } from './association-repository'
import type { Association, Namespace } from './metadef'
import { readAttributes, readContents } from './metadef-input'
import type { MetadefRepository } from './metadef-repository'
import type { PartRepository } from './part-repository'

/**
 * What becomes of a namespace that is there already: it stays as it is, gets what it lacks, gets what it lacks and takes
 * over what differs, or is replaced as a whole.
 */
export type LoadMode = 'keep' | 'merge' | 'preferNew' | 'overwrite'

export interface LoadOutcome {
  namespace: string
  outcome: 'created' | 'kept' | 'merged' | 'replaced'
  /** How many parts a merge added and changed. */
  added: number
  changed: number
}

/** Definitions that come from files belong to the operator and are for everybody, unless the file says otherwise. */
const fileDefaults = { owner: 'admin', visibility: 'public' } as const

/** Loads whole namespaces, all or none, protected ones too. */
export async function loadDefinitions(
  repository: MetadefRepository,
  definitions: readonly NamespaceDefinition[],
  mode: LoadMode,
): Promise<LoadOutcome[]> {
  return repository.together(async (all) => {
    const outcomes: LoadOutcome[] = []
    for (const definition of definitions) outcomes.push(await load(all, definition, mode))
    return outcomes
  })
}

async function load(all: MetadefRepository, definition: NamespaceDefinition, mode: LoadMode): Promise<LoadOutcome> {
  const present = await all.namespaces.find(definition.namespace)
  const loaded = { namespace: definition.namespace, added: 0, changed: 0 }
  if (present && mode === 'keep') return { ...loaded, outcome: 'kept' }
  if (present && (mode === 'merge' || mode === 'preferNew'))
    return { ...loaded, outcome: 'merged', ...(await merge(all, present, { definition, mode })) }
  if (present) await all.removeWhole(present, { evenProtected: true })
  await all.addWhole(readAttributes(definition, fileDefaults), readContents(definition))
  return { ...loaded, outcome: present ? 'replaced' : 'created' }
}

type Merged = Pick<LoadOutcome, 'added' | 'changed'>

type Merging = Extract<LoadMode, 'merge' | 'preferNew'>

interface Change {
  definition: NamespaceDefinition
  mode: Merging
}

interface Into {
  namespaceId: number
  mode: Merging
}

async function merge(all: MetadefRepository, present: Namespace, { definition, mode }: Change): Promise<Merged> {
  const namespaceId = present.id
  const { properties, objects, tags, associations } = readContents(definition)
  if (mode === 'preferNew') await all.namespaces.change(present.id, readAttributes(definition, fileDefaults))
  const merged = [
    await mergeAssociations(all.associations, associations, { namespaceId, mode }),
    await mergeParts(all.properties, properties, { namespaceId, mode }),
    await mergeParts(all.objects, objects, { namespaceId, mode }),
    // A tag is only its name: there is nothing to change.
    await mergeParts(all.tags, tags, { namespaceId, mode: 'merge' }),
  ]
  return merged.reduce((sum, one) => ({ added: sum.added + one.added, changed: sum.changed + one.changed }))
}

async function mergeParts<T extends { name: string }>(
  parts: PartRepository<T>,
  wanted: readonly T[],
  { namespaceId, mode }: Into,
): Promise<Merged> {
  const present = new Set((await parts.list(namespaceId)).map(({ name }) => name))
  const missing = wanted.filter(({ name }) => !present.has(name))
  const changed = mode === 'preferNew' ? wanted.filter(({ name }) => present.has(name)) : []
  await parts.add(namespaceId, missing)
  for (const part of changed) await parts.change(namespaceId, part.name, part)
  return { added: missing.length, changed: changed.length }
}

async function mergeAssociations(
  associations: AssociationRepository,
  wanted: readonly Association[],
  { namespaceId, mode }: Into,
): Promise<Merged> {
  const present = new Set((await associations.listOf([namespaceId])).get(namespaceId)?.map(({ name }) => name))
  const missing = wanted.filter(({ name }) => !present.has(name))
  const changed = mode === 'preferNew' ? wanted.filter(({ name }) => present.has(name)) : []
  for (const { name } of changed) await associations.remove(namespaceId, name)
  await associations.add(namespaceId, [...missing, ...changed])
  return { added: missing.length, changed: changed.length }
}
