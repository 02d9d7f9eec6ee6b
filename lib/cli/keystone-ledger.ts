import type { Print } from './command'
import type { Entity, EntityKind, KeystoneAdministrator } from './keystone-administrator'

/** Something in Keystone that is not as asked. */
export interface Difference {
  is: string
  asked: string
  /** What sets it right. */
  fields: Record<string, unknown>
}

export interface Thing {
  kind: EntityKind
  /** For the person who reads along, such as `project service`. */
  what: string
  found: Entity | undefined
  /** Of one that has to be made. */
  fields: Record<string, unknown>
  differences?: readonly Difference[]
}

export interface Manner {
  /** Only says what it would do. */
  dryRun: boolean
  /** Changes what is there but is not as asked. */
  update: boolean
  print: Print
}

/** Does, or only says, what makes Keystone as asked: a line for each thing. */
export interface Ledger {
  say(state: string, what: string): void
  /** Finds it, makes it, or says how it differs; answers it unless it is still to be made. */
  ensure(thing: Thing): Promise<Entity | undefined>
  /** Makes something that has no entity of its own, where it is missing. */
  ensureDone(what: string, done: boolean, make: () => Promise<unknown>): Promise<void>
  /** How many things are still not as asked. */
  left(): number
}

export function createLedger(keystone: KeystoneAdministrator, { dryRun, update, print }: Manner): Ledger {
  let left = 0
  const say = (state: string, what: string) => print(`${state.padEnd(13)}${what}`)

  async function make<T>(what: string, making: () => Promise<T>): Promise<T | undefined> {
    if (dryRun) {
      say('would make', what)
      return
    }
    const made = await making()
    say('made', what)
    return made
  }

  async function mend({ kind, what }: Thing, id: string, { is, asked, fields }: Difference) {
    const text = `${what}: ${is} → ${asked}`
    if (!update) {
      left += 1
      return say('differs', `${text} (--update changes it)`)
    }
    if (dryRun) return say('would change', text)
    await keystone.change(kind, id, fields)
    say('changed', text)
  }

  return {
    say,
    async ensure(thing) {
      const { kind, what, found, fields, differences = [] } = thing
      if (!found) return make(what, () => keystone.create(kind, fields))
      if (differences.length === 0) say('exists', what)
      for (const difference of differences) await mend(thing, found.id, difference)
      return found
    },
    async ensureDone(what, done, making) {
      if (done) say('exists', what)
      else await make(what, making)
    },
    left: () => left,
  }
}
