/** The size of a pooled buffer: 1 MiB, measured best for both disk and socket. */
export const pooledBytes = 1024 * 1024

const idle: Buffer[] = []
const keptIdle = 16

/** A buffer of `pooledBytes` with old contents. Give it back with `returnBuffer`, and never use it afterwards. */
export function borrowBuffer(): Buffer {
  return idle.pop() ?? Buffer.allocUnsafeSlow(pooledBytes)
}

export function returnBuffer(buffer: Buffer) {
  if (idle.length < keptIdle) idle.push(buffer)
}
