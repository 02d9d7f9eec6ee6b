/** How many bytes a slot holds: 1 MiB, measured best for hashing in workers and for the disk. */
export const slotBytes = 1024 * 1024

/** A piece of memory that this thread and the hash workers see at once. */
export interface Slot {
  /** Tells the slot apart in the workers. */
  readonly index: number
  readonly shared: SharedArrayBuffer
  readonly bytes: Uint8Array
}

/** A fixed number of slots for all transfers together: however many run, the memory does not grow. */
export interface SlotPool {
  /** Waits for its turn when none is free. */
  take(): Promise<Slot>
  give(slot: Slot): void
}

/** Slots are made on first use and kept. */
export function createSlotPool(limit = 32): SlotPool {
  const free: Slot[] = []
  const waiting: ((slot: Slot) => void)[] = []
  let made = 0

  function make(): Slot {
    const shared = new SharedArrayBuffer(slotBytes)
    return { index: made++, shared, bytes: new Uint8Array(shared) }
  }

  return {
    async take() {
      const slot = free.pop() ?? (made < limit ? make() : undefined)
      return slot ?? new Promise((resolve) => waiting.push(resolve))
    },
    give(slot) {
      const next = waiting.shift()
      if (next) next(slot)
      else free.push(slot)
    },
  }
}
