import { infiniteQueryOptions } from '@tanstack/react-query'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { paths } from '@/lib/contract/paths'
import { api } from '../api'
import { customProperties, type ImageList } from '../image-view'
import { imageResourceType } from '../properties/definitions'

const freshMs = 60_000
const countedAtOnce = 500

/** The properties of some images, and where the list goes on. */
export interface UsagePage {
  images: (readonly [name: string, value: string])[][]
  next?: string | undefined
}

/** What images say of themselves. The API cannot count by a property's name, so the list is read, as far as somebody wants. */
export const usageQuery = (projectId: string) =>
  infiniteQueryOptions({
    queryKey: ['images', projectId, 'usage'],
    queryFn: async ({ pageParam, signal }): Promise<UsagePage> => {
      const { images, next } = await api<ImageList>(pageParam, { signal })
      return { images: images.map(customProperties), next }
    },
    initialPageParam: `${paths.images()}?${new URLSearchParams({ visibility: 'all', limit: String(countedAtOnce) })}`,
    getNextPageParam: ({ next }) => next,
    staleTime: freshMs,
  })

/** How many images of those that were read have a property, and with which values; the most frequent first. */
export interface PropertyUsage {
  count: number
  values: { value: string; count: number }[]
}

export interface Usage {
  /** How many images were read, and whether there are no others. */
  read: number
  complete: boolean
  /** How many of them have any of the properties. */
  count: number
  properties: ReadonlyMap<string, PropertyUsage>
}

/** What the images that were read have of these properties. */
export function usageOf(pages: readonly UsagePage[], names: ReadonlySet<string>): Usage {
  const images = pages.flatMap((page) => page.images.map((image) => image.filter(([name]) => names.has(name))))
  const counts = new Map<string, Map<string, number>>()
  for (const [name, value] of images.flat()) {
    const values = counts.get(name) ?? new Map<string, number>()
    counts.set(name, values.set(value, (values.get(value) ?? 0) + 1))
  }
  return {
    read: images.length,
    complete: pages.at(-1)?.next === undefined,
    count: images.filter((image) => image.length > 0).length,
    properties: new Map([...counts].map(([name, values]) => [name, propertyUsage(values)])),
  }
}

function propertyUsage(counts: ReadonlyMap<string, number>): PropertyUsage {
  const values = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
  return { count: values.reduce((sum, { count }) => sum + count, 0), values }
}

/** What stands before the namespace's names on images; null where it is not for images. */
export function imagePrefix({ resource_type_associations: types = [] }: NamespaceView): string | null {
  const association = types.find(({ name }) => name === imageResourceType)
  return association ? (association.prefix ?? '') : null
}

/** All names that the namespace's properties, also those of its objects, have on images. */
export function namesOnImages(namespace: NamespaceView): Set<string> {
  const prefix = imagePrefix(namespace)
  if (prefix === null) return new Set()
  const inObjects = (namespace.objects ?? []).flatMap(({ properties = {} }) => Object.keys(properties))
  return new Set([...Object.keys(namespace.properties ?? {}), ...inObjects].map((name) => prefix + name))
}
