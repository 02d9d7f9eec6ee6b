import { type Reading, readFile } from './reading'

let worker: Worker | null | undefined

/** Reads a file beside the page, so that the page stays quick; within it where the browser lets no worker run. */
export async function readInWorker(file: File): Promise<Reading> {
  const started = startedWorker()
  return (started && (await askWorker(started, file))) ?? readFile(file)
}

/** One for all files. Null where there can be none. */
function startedWorker(): Worker | null {
  if (worker !== undefined) return worker
  worker = typeof Worker === 'undefined' ? null : new Worker(new URL('./reading-worker.ts', import.meta.url))
  return worker
}

/** Null where the worker fails: then it is not asked again. */
function askWorker(asked: Worker, file: File): Promise<Reading | null> {
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<Reading | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Reading | null>) => resolve(data)
    asked.addEventListener('error', () => {
      worker = null
      resolve(null)
    })
    asked.postMessage(file, [port2])
  })
  return answer.finally(() => port1.close())
}
