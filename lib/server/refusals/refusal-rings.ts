/** Entries by whose they are, the oldest given up first. */
export interface Rings<T> {
  add(key: string, entry: T): void
  of(key: string): readonly T[]
  all(): T[]
}

/** Holds so many entries of one key and so many in all; where there are too many, who was quiet longest loses one. */
export function createRings<T>(ofOne: number, inAll: number): Rings<T> {
  const rings = new Map<string, T[]>()
  let count = 0

  function dropFrom(key: string, ring: T[]) {
    ring.shift()
    count -= 1
    if (ring.length === 0) rings.delete(key)
  }

  return {
    add(key, entry) {
      const ring = rings.get(key) ?? []
      rings.delete(key)
      rings.set(key, ring)
      ring.push(entry)
      count += 1
      if (ring.length > ofOne) dropFrom(key, ring)
      const quietest = count > inAll ? rings.entries().next().value : undefined
      if (quietest) dropFrom(...quietest)
    },
    of: (key) => rings.get(key) ?? [],
    all: () => [...rings.values()].flat(),
  }
}
