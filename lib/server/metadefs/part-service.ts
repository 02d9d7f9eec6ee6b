import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { PolicyName } from '../policy/default-rules'
import type { Stored } from './metadef'
import type { MetadefStory } from './namespace-access'
import type { PartRepository } from './part-repository'

/** What a namespace holds by name. A name that is taken is a `conflict`, one that is not there `notFound`. */
export interface PartService<T> {
  list(ctx: Context, namespace: string): Promise<Stored<T>[]>
  get(ctx: Context, namespace: string, name: string): Promise<Stored<T>>
  add(ctx: Context, namespace: string, part: T): Promise<Stored<T>>
  /** Replaces the whole part, its name too. */
  change(ctx: Context, namespace: string, name: string, part: T): Promise<Stored<T>>
  remove(ctx: Context, namespace: string, name: string): Promise<void>
  removeAll(ctx: Context, namespace: string): Promise<void>
}

/** Glance's names of what one may do with a kind of part. */
export type PartRules = Record<keyof PartService<unknown>, PolicyName>

export function createPartService<T extends { name: string }>(
  { enter, enterToRemove }: MetadefStory,
  parts: PartRepository<T>,
  { word, rules }: { word: string; rules: PartRules },
): PartService<T> {
  const absent = (name: string) => new Problem('notFound', `No ${word} ${name} was found in the namespace.`)

  async function find(namespaceId: number, name: string): Promise<Stored<T>> {
    const part = await parts.find(namespaceId, name)
    if (!part) throw absent(name)
    return part
  }

  return {
    async list(ctx, namespace) {
      return parts.list((await enter(ctx, namespace, rules.list)).id)
    },

    async get(ctx, namespace, name) {
      return find((await enter(ctx, namespace, rules.get)).id, name)
    },

    async add(ctx, namespace, part) {
      const { id } = await enter(ctx, namespace, rules.add)
      await parts.add(id, [part])
      return find(id, part.name)
    },

    async change(ctx, namespace, name, part) {
      const { id } = await enter(ctx, namespace, rules.change)
      if (!(await parts.change(id, name, part))) throw absent(name)
      return find(id, part.name)
    },

    async remove(ctx, namespace, name) {
      const { id } = await enterToRemove(ctx, namespace, rules.remove)
      if (!(await parts.remove(id, name))) throw absent(name)
    },

    async removeAll(ctx, namespace) {
      await parts.removeAll((await enterToRemove(ctx, namespace, rules.removeAll)).id)
    },
  }
}
