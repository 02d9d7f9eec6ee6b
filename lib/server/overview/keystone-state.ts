import { z } from 'zod'
import type { ServicePart } from '@/lib/contract/service-state'
import type { KeystoneHttp } from '../auth/keystone-http'
import { versioned } from '../auth/keystone-url'
import type { ServiceAccountStatus } from '../auth/service-account'
import { down, part, timed } from './part'

export interface KeystoneParts {
  http: KeystoneHttp
  keystoneUrl(): string
  embedded: boolean
  serviceAccount(): ServiceAccountStatus
}

const versionDocument = z.object({ version: z.object({ id: z.string() }) })

/** Whether Keystone answers, and whether this service may ask it about tokens. */
export async function keystoneState(parts: KeystoneParts): Promise<ServicePart> {
  const place = parts.keystoneUrl()
  try {
    const { value, latency } = await timed(() => parts.http({ method: 'GET', url: versioned(place) }))
    const version = versionDocument.safeParse(parsed(value.body)).data?.version.id ?? null
    const known = { place, version, latency_ms: latency }
    if (version === null) return part('keystone', { ...known, ...down('notKeystone', `HTTP ${value.status}`) })
    return part('keystone', { ...known, ...ownDealings(parts) })
  } catch (error) {
    return part('keystone', { place, ...down('keystoneSilent', error) })
  }
}

/** A Keystone that answers may still refuse this service. */
function ownDealings({ serviceAccount, embedded }: KeystoneParts): Partial<ServicePart> {
  const { logIn, validation } = serviceAccount()
  const failing = [logIn, validation].find(({ state }) => state !== 'ok' && state !== 'untried')
  if (!failing) return embedded ? { cause: 'embedded' } : {}
  const { state, detail } = failing
  const cause = state === 'ok' || state === 'untried' || state === 'identityUnreachable' ? 'identityFailing' : state
  return { state: 'degraded', cause, detail }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
