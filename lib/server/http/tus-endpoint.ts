import { authenticate } from '../auth/authenticate'
import type { Context } from '../context'
import { auditRequest } from './audit-entry'
import { createGate, imageFailure } from './endpoint'
import { assertTusVersion, tusVersion } from './tus-headers'

/** The gate of uploads by tus: who may call is as for the Image API; every answer carries the protocol's version. */
export const tusEndpoint = createGate<Context>({
  async authenticate(request, requestId) {
    const ctx = await authenticate(request, requestId)
    assertTusVersion(request.headers)
    return ctx
  },
  failure(problem, request, refused) {
    const response = imageFailure(problem, request, refused)
    response.headers.set('tus-resumable', tusVersion)
    return response
  },
  settled: auditRequest,
})
