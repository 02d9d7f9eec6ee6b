import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/contract/paths'
import type { ProjectRef } from '@/lib/contract/session'
import { api } from './api'
import { unlessGone } from './ask-again'
import { type ImageSearch, imageListPath } from './image-search'
import { type ImageList, type ImageView, isChanging } from './image-view'

const busyMs = 5_000
const quietMs = 60_000

/** Whatever is shown of images; every change of one invalidates all below `['images']`. */
export const imageQueries = {
  all: ['images'] as const,
  list: (search: ImageSearch, projectId: string) => {
    const path = imageListPath(search, projectId)
    return queryOptions({
      queryKey: ['images', projectId, 'list', path],
      queryFn: ({ signal }) => api<ImageList>(path, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.images.some(isChanging) ? busyMs : quietMs),
    })
  },
  /** The first images at that path, which an empty list asks for because it has none of them. */
  elsewhere: (path: string, projectId: string) =>
    queryOptions({
      queryKey: ['images', projectId, 'elsewhere', path],
      queryFn: ({ signal }) => api<ImageList>(path, { signal }),
    }),
  one: (id: string, projectId: string) =>
    queryOptions({
      queryKey: ['images', projectId, 'one', id],
      queryFn: ({ signal }) => api<ImageView>(paths.image(encodeURIComponent(id)), { signal }),
      refetchInterval: ({ state: { data, error } }) => unlessGone(data && isChanging(data) ? busyMs : quietMs, error),
    }),
}

/** A page of a list of images. */
export type ImageListQuery = ReturnType<typeof imageQueries.list>

interface ImageSchema {
  properties: Record<'disk_format' | 'container_format', { enum: (string | null)[] }>
}

/** The formats that there are, the most used first. */
function byUse(values: readonly (string | null)[], order: readonly string[]): string[] {
  const known = values.filter((value): value is string => value !== null)
  return [...order.filter((value) => known.includes(value)), ...known.filter((value) => !order.includes(value))]
}

/** The formats that this cloud takes; they change only with its configuration. */
export const formatsQuery = queryOptions({
  queryKey: ['formats'],
  queryFn: async ({ signal }) => {
    const { properties } = await api<ImageSchema>(paths.schema('image'), { signal })
    return {
      disk: byUse(properties.disk_format.enum, ['qcow2', 'raw', 'iso', 'vmdk', 'vhd', 'vhdx', 'vdi', 'ploop']),
      container: byUse(properties.container_format.enum, ['bare', 'ovf', 'ova', 'docker', 'compressed']),
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: async ({ signal }) => (await api<{ projects: ProjectRef[] }>('/api/projects', { signal })).projects,
})

/** Deletes an image. One that is gone already is what was wanted. */
export async function deleteImage(id: string): Promise<void> {
  await api(paths.image(id), { method: 'DELETE' })
}
