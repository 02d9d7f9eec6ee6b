export interface BoundedMemory<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
  delete(key: string): void
  clear(): void
}

interface Held<T> {
  value: T
  until: number
}

/** Holds so many values for so long; the oldest make room. */
export function createBoundedMemory<T>(places: number, holdMs: number): BoundedMemory<T> {
  const held = new Map<string, Held<T>>()
  return {
    get(key) {
      const found = held.get(key)
      if (!found || found.until > Date.now()) return found?.value
      held.delete(key)
      return undefined
    },
    set(key, value) {
      held.delete(key)
      const oldest = held.size >= places ? held.keys().next().value : undefined
      if (oldest !== undefined) held.delete(oldest)
      held.set(key, { value, until: Date.now() + holdMs })
    },
    delete: (key) => void held.delete(key),
    clear: () => held.clear(),
  }
}
