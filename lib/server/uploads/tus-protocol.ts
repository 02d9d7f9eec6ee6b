import { randomUUID } from 'node:crypto'
import { FileStore as TusFileStore } from '@tus/file-store'
import { Server, TUS_RESUMABLE, type Upload as TusUpload } from '@tus/server'
import { Problem } from '@/lib/contract/problem'
import { noteSubject } from '../audit/audit-subject'
import type { Context } from '../context'
import { guarded } from '../stores/guarded'
import { tusRecords } from './tus-records'
import type { Finisher, FinishParts } from './upload-finish'
import type { UploadRoom } from './upload-room'
import type { UploadService } from './upload-service'

/** The tus requests that `@tus/server` answers. Bytes come past it, by `UploadService.append`. */
export interface TusProtocol {
  options(request: Request): Promise<Response>
  /** Creates the upload that `Upload-Length` and `Upload-Metadata` (with `image_id`, and `store` where it is not the default one) announce. */
  create(ctx: Context, request: Request): Promise<Response>
  /** Says how far an upload is; that of a complete one waits until its image is active. */
  show(ctx: Context, id: string, request: Request): Promise<Response>
  remove(ctx: Context, id: string, request: Request): Promise<Response>
}

export interface TusParts extends FinishParts {
  finisher: Finisher
  uploads: UploadService
  space: UploadRoom
  sizeCap: number
  expirySeconds: number
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Protocol version 1.0.0 with creation, expiration and termination. */
export function createTusProtocol(parts: TusParts): TusProtocol {
  const { images, records, registry, staging, locks, finisher, uploads, space, sizeCap } = parts
  const callers = new WeakMap<object, Context>()
  const failures = new WeakMap<object, unknown>()

  const datastore = new TusFileStore({
    directory: staging.folder,
    configstore: tusRecords(parts, finisher),
    expirationPeriodInMilliseconds: parts.expirySeconds * 1000,
  })
  datastore.extensions = ['creation', 'expiration', 'termination']
  const makeFile = datastore.create.bind(datastore)
  datastore.create = async (upload) => {
    try {
      return await guarded(() => makeFile(upload))
    } catch (error) {
      await records.remove(upload.id)
      throw error
    }
  }
  const server = new Server({
    path: '/uploads',
    relativeLocation: true,
    datastore,
    locker: { newLock: (id) => locks.newLock(id) },
    maxSize: sizeCap,
    // A browser on another origin has no business here: the dashboard's own pages need no CORS headers.
    allowedOrigins: [],
    namingFunction: () => randomUUID(),
    async onUploadCreate(request, upload) {
      await admit(callers.get(request) as Context, upload)
      return {}
    },
    onResponseError(request, error) {
      if (error instanceof Error) failures.set(request, error)
      return undefined
    },
  })

  /** Checks the image and writes the record. An upload of the same image that nobody is sending is replaced. */
  async function admit(ctx: Context, { id, size, metadata = {} }: TusUpload) {
    const imageId = metadata.image_id?.toLowerCase() ?? ''
    if (!uuid.test(imageId)) throw new Problem('badRequest', 'Upload-Metadata must carry an image_id, the id of a queued image.')
    noteSubject(ctx, imageId)
    await images.authorizeUpload(ctx, imageId, size)
    const target = registry.target(metadata.store ?? undefined)
    if (target.readOnly) throw new Problem('badRequest', `The store ${target.id} cannot be written.`)
    const before = await records.findByImage(imageId)
    if (before && locks.isHeld(before.id)) throw new Problem('conflict', `Image ${imageId} is being uploaded already.`)
    // What the one that is replaced has on the disk will be free.
    const freed = before ? ((await staging.find(before.id))?.size ?? 0) : 0
    await space.assertDiskRoom((size as number) - freed, target)
    if (before) await finisher.end(before.id)
    const now = new Date()
    await records.insert({
      id,
      imageId,
      projectId: ctx.projectId ?? '',
      userId: ctx.userId,
      size: size as number,
      metadata,
      state: 'receiving',
      reason: null,
      createdAt: now,
      updatedAt: now,
    })
  }

  /** Problems of ours leave by the gate, where every other problem leaves. */
  async function handle(request: Request): Promise<Response> {
    const response = await server.handleWeb(request as Parameters<typeof server.handleWeb>[0])
    const failure = failures.get(request)
    if (failure) throw failure
    return response
  }

  return {
    options: handle,
    async create(ctx, request) {
      const announcement = withoutContentType(request)
      callers.set(announcement, ctx)
      const response = await handle(announcement)
      const id = response.headers.get('location')?.split('/').at(-1)
      // There will be no PATCH for an upload of no bytes.
      if (id && request.headers.get('upload-length') === '0') await finisher.finish(id)
      return response
    },
    async show(ctx, id, request) {
      const done = finisher.finished(id)
      if (done && done.projectId === ctx.projectId) return complete(done.size)
      const { offset, size } = await uploads.getOpen(ctx, id)
      if (offset < size) return handle(request)
      await finisher.finish(id)
      return complete(size)
    },
    async remove(ctx, id, request) {
      const { state, imageId } = await uploads.get(ctx, id)
      noteSubject(ctx, imageId)
      if (state !== 'failed') return handle(request)
      await finisher.end(id)
      return new Response(null, { status: 204, headers: { 'tus-resumable': TUS_RESUMABLE } })
    },
  }
}

/** The last word on an upload whose image is active: the server keeps no record of it for long. */
function complete(size: number): Response {
  const headers = {
    'tus-resumable': TUS_RESUMABLE,
    'cache-control': 'no-store',
    'upload-offset': `${size}`,
    'upload-length': `${size}`,
  }
  return new Response(null, { status: 200, headers })
}

/** Bytes that come with the creation are not taken (we do not offer `creation-with-upload`): the client sends them again. */
function withoutContentType(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-type')
  return new Request(request.url, { method: request.method, headers })
}
