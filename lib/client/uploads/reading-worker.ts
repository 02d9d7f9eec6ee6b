import { readFile } from './reading'

/** Answers each file with its reading, on the port that comes with it; with null where it cannot be read. */
addEventListener('message', async ({ data, ports: [port] }: MessageEvent<File>) => {
  port?.postMessage(await readFile(data).catch(() => null))
})
