const windowMs = 8000
const steadyMs = 1000

/** Bytes per second over the last seconds; null until a second has been seen. */
export function createSpeedMeter(now: () => number = Date.now) {
  let samples: { at: number; bytes: number }[] = []
  return {
    measure(bytes: number): number | null {
      const at = now()
      samples = [...samples.filter((sample) => at - sample.at <= windowMs), { at, bytes }]
      const first = samples[0] as { at: number; bytes: number }
      return at - first.at < steadyMs ? null : ((bytes - first.bytes) * 1000) / (at - first.at)
    },
  }
}
