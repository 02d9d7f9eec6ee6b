import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'minor' }) => void

const everyBytes = 4 * 1024 * 1024

let collect: Collect | undefined
let received = 0

/**
 * Collects the young generation once per 4 MiB of received body. Node's body buffers are external memory: left alone, a
 * process either runs about 30 full collections per GiB or none, and memory and CPU follow the luck of the draw.
 */
export function countReceived(bytes: number) {
  received += bytes
  if (received < everyBytes) return
  received = 0
  collect ??= exposeCollector()
  collect({ type: 'minor' })
}

function exposeCollector(): Collect {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collect
}
