import type { ServiceCause, ServiceName, ServicePart } from '@/lib/contract/service-state'

/** A part of the service of which nothing is known but that it is up. */
export function part(name: ServiceName, known: Partial<ServicePart> = {}): ServicePart {
  return {
    ...{ name, instance: null, state: 'up', cause: null, detail: null },
    ...{ version: null, uptime_seconds: null, memory_bytes: null, latency_ms: null },
    ...{ queue: {}, room: null, place: null },
    ...known,
  }
}

/** What a part that does not work is shown as. */
export function down(cause: ServiceCause, error: unknown): Pick<ServicePart, 'state' | 'cause' | 'detail'> {
  return { state: 'down', cause, detail: error instanceof Error ? error.message : String(error) }
}

export interface Timed<T> {
  value: T
  latency: number
}

/** Asks, and says how long that took in milliseconds; what takes longer than `limitMs` counts as silent. */
export async function timed<T>(ask: () => Promise<T>, limitMs = 3000): Promise<Timed<T>> {
  const begun = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`There was no answer within ${limitMs / 1000} seconds.`)), limitMs)
  })
  try {
    const value = await Promise.race([ask(), late])
    return { value, latency: Math.round((performance.now() - begun) * 10) / 10 }
  } finally {
    clearTimeout(timer)
  }
}
