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

/** The projects whose names somebody can know. */
export interface KnownProjects {
  projects: readonly ProjectRef[]
  /** Whether there are no others. */
  complete: boolean
}

/** What a text that somebody has typed names. */
export type NamedProject =
  | { kind: 'known'; project: ProjectRef }
  /** Several domains have a project of this name. */
  | { kind: 'ambiguous' }
  /** Shaped like an id, about which nothing is known. */
  | { kind: 'id'; id: string }
  /** No name that is known, and no id. */
  | { kind: 'unknown' }
  /** No project there is. */
  | { kind: 'absent' }

/** As Keystone makes ids: 32 hexadecimal digits, or a UUID. */
const idShape = /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The project that a text names by id or name; null for no text. */
export function projectNamed(text: string, { projects, complete }: KnownProjects): NamedProject | null {
  const given = text.trim()
  if (given === '') return null
  const byId = projects.find(({ id }) => id === given)
  if (byId) return { kind: 'known', project: byId }
  const [byName, another] = projects.filter(({ name }) => name === given)
  if (another) return { kind: 'ambiguous' }
  if (byName) return { kind: 'known', project: byName }
  if (complete) return { kind: 'absent' }
  return idShape.test(given) ? { kind: 'id', id: given } : { kind: 'unknown' }
}
