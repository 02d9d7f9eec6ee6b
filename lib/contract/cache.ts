import { Problem } from './problem'

/** Which part of the cache `DELETE /v2/cache` clears; empty for both. */
export function clearTarget(headers: Headers): 'cache' | 'queue' | '' {
  const target = (headers.get('x-image-cache-clear-target') ?? '').toLowerCase()
  if (target === 'cache' || target === 'queue' || target === '') return target
  throw new Problem('badRequest', 'x-image-cache-clear-target must be cache, queue or empty.')
}
