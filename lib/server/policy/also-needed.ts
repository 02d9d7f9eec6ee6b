import type { Visibility } from '@/lib/contract/image-fields'
import type { Attributes } from './attributes'
import type { PolicyName } from './default-rules'

const tasksApi: readonly PolicyName[] = ['tasks_api_access']

/** Whoever asks for tasks has to pass the rule of their API as well. */
const always: Partial<Record<PolicyName, readonly PolicyName[]>> = {
  get_task: tasksApi,
  get_tasks: tasksApi,
  add_task: tasksApi,
  modify_task: tasksApi,
  // Locations stand in the image, which one has to see.
  get_image_location: ['get_image'],
}

/** The policies that have to allow an action besides its own. */
export function alsoNeeded(action: PolicyName, { visibility }: Attributes): readonly PolicyName[] {
  const ofVisibility = action === 'add_image' ? visibilityPolicy(visibility) : null
  return ofVisibility ? [ofVisibility] : (always[action] ?? [])
}

/** What is needed to give an image this visibility; null where no more than changing it. */
export function visibilityPolicy(visibility: unknown): PolicyName | null {
  const policies: Partial<Record<Visibility, PolicyName>> = { public: 'publicize_image', community: 'communitize_image' }
  return policies[visibility as Visibility] ?? null
}
