import type { NamespaceListView, NamespaceView } from '@/lib/contract/metadef-view'
import type { NamespaceDefinition } from '@/lib/contract/metadefs'
import { paths } from '@/lib/contract/paths'
import { api } from '../api'
import { isNotThere } from '../not-there'
import { checkDefinitions, type DefinitionMisfit } from './definition-check'

/** A text to import, and the file that it was read from. */
export interface ImportSource {
  file: string | null
  text: string
}

export type SourceMisfit = DefinitionMisfit & { file: string | null }

/** What stands under a name that a definition has; null where nothing does. */
export type Standing = Readonly<Record<string, NamespaceView | null>>

export interface DryRun {
  misfits: SourceMisfit[]
  definitions: NamespaceDefinition[]
  standing: Standing
}

/** Reads texts, and what stands of their namespaces; writes nothing. A misfit in one text is one of the whole import. */
export async function dryRun(sources: readonly ImportSource[]): Promise<DryRun> {
  const checked = sources.map(({ file, text }) => ({ file, ...checkDefinitions(text) }))
  const definitions = checked.flatMap((one) => one.definitions)
  const misfits: SourceMisfit[] = checked.flatMap(({ file, misfits: found }) => found.map((misfit) => ({ file, ...misfit })))
  const names = definitions.map(({ namespace }) => namespace)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) misfits.push({ file: null, path: null, line: 1, reason: 'repeated', value: twice })
  if (misfits.length > 0) return { misfits, definitions: [], standing: {} }
  return { misfits, definitions, standing: await standingOf(names) }
}

/** What stands now under these names. */
export async function standingOf(names: readonly string[]): Promise<Standing> {
  if (names.length === 0) return {}
  // Asking for each would leave a refusal in the log of whatever is new.
  const listed = new Set((await listNamespaces()).map(({ namespace }) => namespace))
  const found = names.map(async (name) => [name, listed.has(name) ? await namespaceOrNull(name) : null] as const)
  return Object.fromEntries(await Promise.all(found))
}

/** Every namespace that the person sees, without its parts. */
async function listNamespaces(): Promise<Pick<NamespaceView, 'namespace'>[]> {
  const found: Pick<NamespaceView, 'namespace'>[] = []
  let next: string | undefined = paths.metadefNamespaces()
  while (next) {
    const page: NamespaceListView = await api<NamespaceListView>(next)
    found.push(...page.namespaces)
    next = page.next
  }
  return found
}

async function namespaceOrNull(name: string): Promise<NamespaceView | null> {
  try {
    return await api<NamespaceView>(paths.metadefNamespace(name))
  } catch (error) {
    if (isNotThere(error)) return null
    throw error
  }
}
