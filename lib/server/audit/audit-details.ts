import type { PatchOperation } from '@/lib/contract/json-patch'

type Details = Record<string, string | boolean | null | undefined>

const noted = new WeakMap<object, string>()

/** Says what a request was for, where its path does not, as `name value` pairs; never with a secret. */
export function noteDetails(ctx: object, details: Details) {
  const given = Object.entries(details).filter(([, value]) => value !== undefined && value !== '')
  noted.set(ctx, given.map(([name, value]) => `${name} ${value}`).join(', '))
}

export function detailsOf(ctx: object): string | undefined {
  return noted.get(ctx)
}

const telling: ReadonlySet<string> = new Set(['owner', 'visibility', 'protected', 'os_hidden'])

/** What a patch of an image changes: who has it and who sees it with the new value, of all else only the names. */
export function imageChanges(operations: readonly PatchOperation[]): Details {
  const changes: Details = {}
  const names = new Set<string>()
  for (const operation of operations) {
    const [field = ''] = operation.path
    const value = 'value' in operation ? operation.value : undefined
    if (telling.has(field) && (typeof value === 'string' || typeof value === 'boolean')) changes[field] = value
    else names.add(field)
  }
  return { ...changes, changed: [...names].join(' ') }
}

/** What a change of a user, project or domain changes: whether it may be used, of all else only the names. */
export function identityChanges({ enabled, ...others }: { enabled?: boolean | undefined }): Details {
  const names = Object.entries(others).filter(([, value]) => value !== undefined)
  return { enabled, changed: names.map(([name]) => name).join(' ') }
}
