// Shows how much memory the server needs for images that are larger than it.
// node bench/upload-memory.mjs [GiB per transfer, default 4] [limit in MiB, default 400]
import { startProductionServer } from '../testing/production-server.mjs'
import { downloadAndCompare, GiB, MiB, remove, upload, uploadByTus } from './transfers.mjs'

const size = Math.round(Number(process.argv[2] ?? 4) * GiB)
const limit = Number(process.argv[3] ?? 400) * MiB

const server = await startProductionServer()
const inMiB = (bytes) => `${(bytes / MiB).toFixed(0)} MiB`
const report = (what) => console.log(`${what.padEnd(28)} peak ${inMiB(server.peakMemory())}`)

try {
  const caller = { url: server.url, token: await server.token() }
  report('after the start')
  for (const [name, send] of [
    ['PUT', upload],
    ['tus', uploadByTus],
  ]) {
    const image = await send(caller, size)
    report(`${name} of ${(size / GiB).toFixed(2)} GiB`)
    await downloadAndCompare(caller, image)
    report('download of the same')
    await remove(caller, image)
  }
  const small = Math.ceil(size / 16)
  const images = await Promise.all(Array.from({ length: 16 }, () => upload(caller, small)))
  report(`16 times ${inMiB(small)} at once`)
  for (const image of images) await remove(caller, image)
  const peak = server.peakMemory()
  console.log(`peak resident memory ${inMiB(peak)}, limit ${inMiB(limit)}: ${peak <= limit ? 'kept' : 'EXCEEDED'}`)
  process.exitCode = peak <= limit ? 0 : 1
} finally {
  await server.stop()
}
