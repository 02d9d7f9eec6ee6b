import { Readable } from 'node:stream'
import { Problem } from '@/lib/contract/problem'
import { asInterruption } from '../interruption'
import { type Slot, type SlotPool, slotBytes } from './slot-pool'
import { countReceived } from './young-generation'

export interface Intake {
  slots: SlotPool
  /** Reads the first `length` bytes of a slot; called in order, fulfilled when nobody needs the slot any more. */
  consume(slot: Slot, length: number): Promise<void>
  /** More bytes than this are `tooLarge`. */
  limit: number
  signal: AbortSignal
}

const slotsPerTransfer = 8
const staleMs = 1000

/**
 * Moves bytes from a client into slots of 1 MiB and hands each to `consume`, at most eight at once; a slow consumer makes
 * the client wait. Answers how many bytes came. Whatever ends it, what came before has been consumed by then, in order and
 * without a gap, unless `consume` itself failed.
 */
export async function takeIn(bytes: AsyncIterable<Uint8Array>, intake: Intake): Promise<number> {
  const { limit, signal } = intake
  const reader = interruptible(bytes)
  const slots = createFiller(intake, reader.interrupt)
  let failure: { error: unknown } | undefined
  let total = 0

  const abort = () => reader.interrupt(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  // A slow client must not keep a slot from the others: what it has sent goes on after a second.
  const flushing = setInterval(slots.flushStale, staleMs)
  try {
    if (signal.aborted) throw signal.reason
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
      if (total + chunk.length > limit) throw new Problem('tooLarge', `The data is larger than the ${limit} bytes allowed.`)
      total += chunk.length
      countReceived(chunk.length)
      await slots.fill(chunk)
    }
  } catch (error) {
    failure = { error: asInterruption(error) }
  } finally {
    clearInterval(flushing)
    signal.removeEventListener('abort', abort)
    reader.leave()
    await slots.drain()
  }
  if (failure) throw failure.error
  return total
}

/** Coalesces chunks into slots. `onFailure` hears of a consumer that failed; the first failure also ends `drain`. */
function createFiller({ slots, consume }: Intake, onFailure: (error: unknown) => void) {
  const inFlight = new Set<Promise<void>>()
  let filling: { slot: Slot; used: number; since: number } | undefined
  let failure: { error: unknown } | undefined

  function submit() {
    if (!filling) return
    const { slot, used } = filling
    filling = undefined
    const done = consume(slot, used)
      .catch((error) => {
        failure ??= { error }
        onFailure(error)
      })
      .finally(() => {
        inFlight.delete(done)
        slots.give(slot)
      })
    inFlight.add(done)
  }

  return {
    async fill(chunk: Uint8Array) {
      for (let at = 0; at < chunk.length && !failure; ) {
        while (inFlight.size >= slotsPerTransfer) await Promise.race(inFlight)
        filling ??= { slot: await slots.take(), used: 0, since: Date.now() }
        const piece = chunk.subarray(at, at + slotBytes - filling.used)
        filling.slot.bytes.set(piece, filling.used)
        filling.used += piece.length
        at += piece.length
        if (filling.used === slotBytes) submit()
      }
    },
    flushStale() {
      if (filling && Date.now() - filling.since >= staleMs) submit()
    },
    async drain() {
      submit()
      await Promise.all(inFlight)
      if (failure) throw failure.error
    },
  }
}

/** Reads chunk by chunk, and can be called off while it waits. */
function interruptible(bytes: AsyncIterable<Uint8Array>) {
  // A request that is given up half way still has to be answered: its stream must not be destroyed.
  const source = bytes instanceof Readable ? bytes.iterator({ destroyOnReturn: false }) : bytes[Symbol.asyncIterator]()
  let interrupted: { reason: unknown } | undefined
  let reject: (reason: unknown) => void = () => undefined
  return {
    next: () =>
      new Promise<Uint8Array | undefined>((resolve, rejectThis) => {
        if (interrupted) return rejectThis(interrupted.reason)
        reject = rejectThis
        source.next().then(({ done, value }) => resolve(done ? undefined : value), rejectThis)
      }),
    interrupt(reason: unknown) {
      interrupted ??= { reason }
      reject(reason)
    },
    /** Lets a generator clean up behind itself, when it comes to that. */
    leave() {
      if (!(bytes instanceof Readable)) source.return?.().catch(() => undefined)
    },
  }
}

/** One writer after the other: once one has failed, none that follows runs, so a file never has a hole. */
export function inOrder(write: (chunk: Uint8Array) => Promise<void>): (chunk: Uint8Array) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (chunk) => {
    last = last.then(() => write(chunk))
    return last
  }
}
