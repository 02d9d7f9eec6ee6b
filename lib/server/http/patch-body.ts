import { type PatchOperation, patchDialect } from '@/lib/contract/json-patch'
import { services } from '../services'
import { readJson } from './body'

/** The last change of which a client knows, by RFC 9110, 13.1.4: what is no date has no effect. */
export function unmodifiedSince({ headers }: Request): Date | undefined {
  const since = new Date(headers.get('if-unmodified-since') ?? Number.NaN)
  return Number.isNaN(since.getTime()) ? undefined : since
}

/** The operations of a PATCH; its type is judged before its body is read. */
export async function readPatch(request: Request): Promise<PatchOperation[]> {
  const read = patchDialect(request.headers.get('content-type'))
  return read(await readJson(request, services.config.oslo_middleware.max_request_body_size))
}
