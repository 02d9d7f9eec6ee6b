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
}
