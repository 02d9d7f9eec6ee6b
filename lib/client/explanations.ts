import { queryOptions } from '@tanstack/react-query'
import type { ExplainInput, Explanation } from '@/lib/contract/explanation'
import { api } from './api'

/** An action by the name of its policy; without an image on one of the own project. */
export interface Asked {
  action: string
  imageId?: string | undefined
  /** Of metadata definitions. */
  namespace?: string | undefined
}

/** Why the person, or whoever an administrator names, may or may not do something. */
export function explain(input: ExplainInput, signal?: AbortSignal): Promise<Explanation> {
  return api<Explanation>('/api/explain', { method: 'POST', body: input, ...(signal && { signal }) })
}

const freshMs = 300_000

/** Why the person may or may not do something; asked once for all rows of a list. */
export const explanationQuery = ({ action, imageId, namespace }: Asked, projectId: string) =>
  queryOptions({
    queryKey: ['explanations', projectId, action, imageId ?? null, namespace ?? null],
    queryFn: ({ signal }) => explain({ action, ...(imageId && { image_id: imageId }), ...(namespace && { namespace }) }, signal),
    staleTime: freshMs,
    meta: { refuses: true },
  })
