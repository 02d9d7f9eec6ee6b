import { activeImage, type ConformanceTable, image, type OperationCases } from './operation-cases'

const administrators: Pick<OperationCases, 'success' | 'denied'> = { success: { as: 'admin' }, denied: { as: 'member' } }

export const cacheCases: ConformanceTable = {
  'GET /v2/cache': administrators,
  'DELETE /v2/cache': {
    ...administrators,
    errors: [{ status: 400, why: 'the target is unknown', as: 'admin', headers: { 'x-image-cache-clear-target': 'attic' } }],
  },
  'PUT /v2/cache/{}': {
    arrange: activeImage(),
    ...administrators,
    errors: [{ status: 400, why: 'the image is queued', as: 'admin', arrange: image() }],
  },
  'DELETE /v2/cache/{}': { arrange: activeImage(), ...administrators },
  'POST /v2/cache/clean': administrators,
  'POST /v2/cache/prune': administrators,
  'GET /v2/cache/nodes/{}': { arrange: activeImage(), ...administrators },
  'GET /v2/cached_images': administrators,
  'DELETE /v2/cached_images': administrators,
  'DELETE /v2/cached_images/{}': { arrange: activeImage(), ...administrators },
  'GET /v2/queued_images': administrators,
  'DELETE /v2/queued_images': administrators,
  'PUT /v2/queued_images/{}': {
    arrange: activeImage(),
    ...administrators,
    errors: [{ status: 400, why: 'the image is queued', as: 'admin', arrange: image() }],
  },
  'DELETE /v2/queued_images/{}': { arrange: activeImage(), ...administrators },
}
