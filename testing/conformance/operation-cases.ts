import type { Attempt, World } from './cloud'

/** Values of the path's parameters, by the names that the table of operations gives them. */
export type Parameters = Record<string, string>

/** A request that must fail, and how. */
export interface Failure extends Attempt {
  status: number
  /** A function answers a body that is known only when the server runs. */
  body?: unknown
  /** What is wrong with it. */
  why: string
  /** Where the operation's own arrangement does not do. */
  arrange?(world: World): Promise<Parameters>
  /** What happens when half of the body, a text, is sent. */
  meanwhile?(world: World, made: Parameters): Promise<void>
}

/** What is tried of one operation beside what the table itself says. */
export interface OperationCases {
  /** Makes what the path names. */
  arrange?(world: World): Promise<Parameters>
  success: Attempt
  /** Who may not do it; null where any valid token may. */
  denied: (Attempt & { status?: number; arrange?(world: World): Promise<Parameters> }) | null
  errors?: readonly Failure[]
}

/** Cases by method and path, with `{}` for each parameter. */
export type ConformanceTable = Readonly<Record<string, OperationCases>>

/** What only a server of another configuration has a case of. */
export type MoreFailures = Readonly<Record<string, readonly Failure[]>>

export const octetStream = { 'content-type': 'application/octet-stream' }
export const patch21 = { 'content-type': 'application/openstack-images-v2.1-json-patch' }
export const patch20 = { 'content-type': 'application/openstack-images-v2.0-json-patch' }

const bare = { disk_format: 'raw', container_format: 'bare' }

/** An arrangement that makes an image of the member's. */
export function image(fields: Record<string, unknown> = {}, as: Attempt['as'] = 'member') {
  return async (world: World): Promise<Parameters> => {
    const { id } = await world.make<{ id: string }>('POST', '/v2/images', { as, body: { ...bare, ...fields } })
    return { imageId: id }
  }
}

/** An arrangement that makes an image of the member's with ten bytes. */
export function activeImage(fields: Record<string, unknown> = {}) {
  return async (world: World): Promise<Parameters> => {
    const { imageId } = await image(fields)(world)
    await world.make('PUT', `/v2/images/${imageId}/file`, { headers: octetStream, body: 'ten bytes.' })
    return { imageId: imageId as string }
  }
}

/** An arrangement that makes an image of the member's with ten bytes in the staging area. */
export async function stagedImage(world: World): Promise<Parameters> {
  const made = await image()(world)
  await world.make('PUT', `/v2/images/${made.imageId}/stage`, { headers: octetStream, body: 'ten bytes.' })
  return made
}

/** Everybody sees it, and only the member's project may change it. */
export const communityImage = image({ visibility: 'community' })

/** Waits for what the server does in the background. */
export async function until<T>(world: World, path: string, done: (document: T) => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (done(await world.make<T>('GET', path, { as: 'admin' }))) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${path} does not become what it should`)
}

/** An arrangement that shares an image with the stranger. */
export async function sharedImage(world: World): Promise<Parameters> {
  const { imageId } = await image()(world)
  const memberId = world.cloud.strangersProject
  await world.make('POST', `/v2/images/${imageId}/members`, { body: { member: memberId } })
  return { imageId: imageId as string, memberId }
}
