import { queryOptions } from '@tanstack/react-query'
import type { ProjectRef } from '@/lib/contract/session'
import { api } from './api'

const freshMs = 300_000

/** Every project that Keystone tells the person of; it refuses all but administrators. */
export const allProjectsQuery = queryOptions({
  queryKey: ['projects', 'all'],
  queryFn: async ({ signal }) => (await api<{ projects: ProjectRef[] }>('/api/projects/all', { signal })).projects,
  staleTime: freshMs,
})

/** What a text that somebody has typed names. */
export type NamedProject =
  | { kind: 'known'; project: ProjectRef }
  /** Several domains have a project of this name. */
  | { kind: 'ambiguous' }
  /** Taken for an id, about which nothing is known. */
  | { kind: 'id'; id: string }

/** The project that a text names by id or name; null for no text. */
export function projectNamed(text: string, known: readonly ProjectRef[]): NamedProject | null {
  const given = text.trim()
  if (given === '') return null
  const byId = known.find(({ id }) => id === given)
  if (byId) return { kind: 'known', project: byId }
  const [byName, another] = known.filter(({ name }) => name === given)
  if (another) return { kind: 'ambiguous' }
  return byName ? { kind: 'known', project: byName } : { kind: 'id', id: given }
}
