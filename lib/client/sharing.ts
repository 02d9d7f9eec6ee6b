import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { MemberStatus, MemberView } from '@/lib/contract/member'
import { paths } from '@/lib/contract/paths'
import type { ShareListView, ShareView } from '@/lib/contract/share'
import { api } from './api'
import { unlessGone } from './ask-again'
import type { ImageView, Visibility } from './image-view'
import { patchImage } from './patch-image'

/** An image of another project, and what this project makes of it. */
export type Share = ShareView<ImageView>
type ShareList = ShareListView<ImageView>

const quietMs = 60_000
const pageSize = 25
const largestPage = 100

const sharesPath = (query: Record<string, string | number>) =>
  `/api/shares?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`

/** What other projects share with this one; an answer to one invalidates all below `['shares']`. */
export const shareQueries = {
  all: ['shares'] as const,
  list: (status: MemberStatus, projectId: string) =>
    infiniteQueryOptions({
      queryKey: ['shares', projectId, 'list', status],
      queryFn: ({ pageParam, signal }) => api<ShareList>(pageParam, { signal }),
      initialPageParam: sharesPath({ status, limit: pageSize }),
      getNextPageParam: ({ next }) => next,
      refetchInterval: quietMs,
    }),
  pending: (projectId: string) =>
    queryOptions({
      queryKey: ['shares', projectId, 'pending'],
      queryFn: ({ signal }) => api<ShareList>(sharesPath({ status: 'pending', limit: largestPage }), { signal }),
      refetchInterval: quietMs,
    }),
  /** Null where the image is not shared with the project, or no longer. */
  one: (imageId: string, projectId: string) =>
    queryOptions({
      queryKey: ['shares', projectId, 'one', imageId],
      queryFn: async ({ signal }) => (await api<ShareList>(sharesPath({ image: imageId }), { signal })).shares[0] ?? null,
    }),
}

const membersPath = (imageId: string) => `${paths.image(encodeURIComponent(imageId))}/members`
const memberPath = (imageId: string, memberId: string) => `${membersPath(imageId)}/${encodeURIComponent(memberId)}`

/** With which projects an image is shared; below `['images']`, because a change of the image's visibility ends it. */
export const membersQuery = (imageId: string, projectId: string) =>
  queryOptions({
    queryKey: ['images', projectId, 'members', imageId],
    queryFn: async ({ signal }) => (await api<{ members: MemberView[] }>(membersPath(imageId), { signal })).members,
    refetchInterval: ({ state }) => unlessGone(quietMs, state.error),
  })

/** Answers for a project whether it wants the image. */
export async function answerShare(imageId: string, memberId: string, status: MemberStatus): Promise<void> {
  await api(memberPath(imageId, memberId), { method: 'PUT', body: { status } })
}

export async function revokeShare(imageId: string, memberId: string): Promise<void> {
  await api(memberPath(imageId, memberId), { method: 'DELETE' })
}

export async function changeVisibility(imageId: string, visibility: Visibility): Promise<void> {
  await patchImage(imageId, [{ op: 'replace', path: '/visibility', value: visibility }])
}

/** The image could be made shared, but not be shared with the project. */
export class HalfShared extends Error {
  override readonly name = 'HalfShared'

  constructor(
    readonly reason: Error,
    /** Whether the image is as private again as it was. */
    readonly undone: boolean,
  ) {
    super(reason.message, { cause: reason })
  }
}

/** Shares an image, which becomes shared where it was private. Throws HalfShared where only that has worked. */
export async function shareImage({ id, visibility }: ImageView, memberId: string): Promise<void> {
  const add = () => api(membersPath(id), { method: 'POST', body: { member: memberId } })
  if (visibility !== 'private') return add()
  await changeVisibility(id, 'shared')
  try {
    await add()
  } catch (reason) {
    const undone = await changeVisibility(id, 'private').then(
      () => true,
      () => false,
    )
    throw new HalfShared(reason as Error, undone)
  }
}

/** The address that opens the inbox at an image. It grants nothing: only the project's own members can answer there. */
export function invitationHref(imageId: string, memberId: string): string {
  return `/shares?${new URLSearchParams({ image: imageId, project: memberId })}`
}
