import { services } from '../services'
import { json } from './answers'
import { openEndpoint } from './endpoint'
import { publicBase } from './public-url'

/** The minor versions of the Image API, newest first, and what has to be configured for those that not every server has. */
const minorVersions: readonly { id: string; needs?: 'stores' | 'cache' }[] = [
  { id: '2.18', needs: 'cache' },
  { id: '2.17' },
  { id: '2.16', needs: 'cache' },
  { id: '2.15' },
  { id: '2.14', needs: 'cache' },
  ...['2.13', '2.12', '2.11', '2.10'].map((id) => ({ id, needs: 'stores' }) as const),
  { id: '2.9' },
  { id: '2.8', needs: 'stores' },
  ...['2.7', '2.6', '2.5', '2.4', '2.3', '2.2', '2.1', '2.0'].map((id) => ({ id })),
]

/** The minor versions that this server announces and serves. */
function servedVersions(): string[] {
  const available = { stores: services.stores.multi, cache: services.config.DEFAULT.image_cache_dir !== '' }
  return minorVersions.filter(({ needs }) => needs === undefined || available[needs]).map(({ id }) => id)
}

const prefix = /^\/v(2\.\d+)(?=\/|$)/

/**
 * `/v2.N/x` of an announced version and `/x` with a versioned `Accept` are `/v2/x`: the minor version tells features apart,
 * never behaviour.
 */
export function withoutMinorVersion(path: string, accept: string | undefined): string {
  const minor = prefix.exec(path)?.[1]
  if (minor) return servedVersions().includes(minor) ? path.replace(prefix, '/v2') : path
  const versionedType = accept?.startsWith('application/vnd.openstack.images-v2')
  return versionedType && !path.startsWith('/v2') && path !== '/' ? `/v2${path}` : path
}

/** The version document, as it stands at `/` (300), `/versions` (200) and every version that is not served (300). */
export function versionList(status: 200 | 300) {
  return async (request: Request, params: Record<string, string> = {}): Promise<Response> => {
    const response = await respond(request, params)
    response.headers.delete('x-openstack-request-id')
    return new Response(response.body, { status, headers: response.headers })
  }
}

const respond = openEndpoint({ bytes: true }, ({ request }) => {
  const links = [{ rel: 'self', href: `${publicBase(request)}/v2/` }]
  return json({
    versions: servedVersions().map((id, index) => ({ id: `v${id}`, status: index === 0 ? 'CURRENT' : 'SUPPORTED', links })),
  })
})
