import { type PatchOperation, patchDialect } from '@/lib/contract/json-patch'
import { services } from '../services'
import { readJson } from './body'

/** The operations of a PATCH; its type is judged before its body is read. */
export async function readPatch(request: Request): Promise<PatchOperation[]> {
  const read = patchDialect(request.headers.get('content-type'))
  return read(await readJson(request, services.config.oslo_middleware.max_request_body_size))
}
