import type { TagListParameters } from '@/lib/contract/metadef-requests'
import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { Stored, Tag } from './metadef'
import type { MetadefStory } from './namespace-access'
import { createPartService, type PartRules, type PartService } from './part-service'

export interface TagService extends Omit<PartService<Tag>, 'list'> {
  list(ctx: Context, namespace: string, parameters: TagListParameters): Promise<Stored<Tag>[]>
  /** Puts the tags in the place of all that are there, or beside them where `append`. A repeated one is a `conflict`. */
  addAll(ctx: Context, namespace: string, tags: readonly Tag[], append: boolean): Promise<void>
}

const rules: PartRules = {
  list: 'get_metadef_tags',
  get: 'get_metadef_tag',
  add: 'add_metadef_tag',
  change: 'modify_metadef_tag',
  remove: 'delete_metadef_tag',
  removeAll: 'delete_metadef_tags',
}

export function createTagService(story: MetadefStory): TagService {
  const { tags } = story.repository
  const service = createPartService(story, tags, { word: 'tag', rules })
  return {
    ...service,

    async list(ctx, namespace, parameters) {
      return page(await service.list(ctx, namespace), parameters)
    },

    async addAll(ctx, namespace, added, append) {
      const { id } = await story.enter(ctx, namespace, 'add_metadef_tags')
      await (append ? tags.add(id, added) : tags.replaceAll(id, added))
    },
  }
}

const sortValues = {
  // Tags come in the order of their numbers, and sorting keeps the order of equals.
  id: () => 0,
  created_at: (tag: Stored<Tag>) => Number(tag.createdAt),
  updated_at: (tag: Stored<Tag>) => Number(tag.updatedAt),
  name: (tag: Stored<Tag>) => tag.name,
} as const

function page(tags: readonly Stored<Tag>[], { sort_key, sort_dir, marker, limit }: TagListParameters): Stored<Tag>[] {
  const value = sortValues[sort_key]
  const ascending = tags.toSorted((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0))
  const sorted = sort_dir === 'asc' ? ascending : ascending.reverse()
  const start = marker === undefined ? 0 : sorted.findIndex(({ name }) => name === marker) + 1
  if (marker !== undefined && start === 0) throw new Problem('notFound', `No tag ${marker} was found in the namespace.`)
  return sorted.slice(start, limit === undefined ? undefined : start + limit)
}
