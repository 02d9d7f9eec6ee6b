// Upload with both hashes and download, as ratios to what this machine can do at all in the same minute.
// node bench/throughput.mjs [GiB, default 1] [rounds, default 3]
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startProductionServer } from '../testing/production-server.mjs'
import { download, GiB, MiB, remove, sendPlain, upload, uploadByTus } from './transfers.mjs'

const size = Math.round(Number(process.argv[2] ?? 1) * GiB)
const rounds = Number(process.argv[3] ?? 3)
const folder = mkdtempSync(join(tmpdir(), 'vitrine-throughput-'))
const file = join(folder, 'plain')
const speeds = {}

async function measure(name, work) {
  const began = performance.now()
  const result = await work()
  const speed = size / MiB / ((performance.now() - began) / 1000)
  speeds[name] = [...(speeds[name] ?? []), speed]
  return result
}

function median(name) {
  const sorted = speeds[name].toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

const run = promisify(execFile)
const plain = spawn(process.execPath, ['bench/plain-server.mjs', file], { stdio: ['ignore', 'pipe', 'inherit'] })
const [port] = await once(plain.stdout, 'data')
const plainUrl = `http://127.0.0.1:${String(port).trim()}`
const server = await startProductionServer()

try {
  const caller = { url: server.url, token: await server.token() }
  const headers = { 'x-auth-token': caller.token }
  for (let round = 0; round < rounds; round += 1) {
    await measure('plain Node upload, no hashes', () => sendPlain(plainUrl, size))
    await measure('md5sum and sha512sum', () => Promise.all([run('md5sum', [file]), run('sha512sum', [file])]))
    await measure('plain Node download', () => download(plainUrl))
    const image = await measure('PUT with both hashes', () => upload(caller, size))
    await measure('download', () => download(`${caller.url}/v2/images/${image.id}/file`, headers))
    await remove(caller, image)
    await remove(caller, await measure('tus with both hashes', () => uploadByTus(caller, size)))
  }
} finally {
  plain.kill()
  await server.stop()
  rmSync(folder, { recursive: true })
}

for (const name of Object.keys(speeds)) console.log(`${name.padEnd(30)} ${median(name).toFixed(0).padStart(6)} MiB/s`)
for (const [name, baseline] of [
  ['PUT with both hashes', 'md5sum and sha512sum'],
  ['PUT with both hashes', 'plain Node upload, no hashes'],
  ['tus with both hashes', 'PUT with both hashes'],
  ['download', 'plain Node download'],
]) {
  console.log(`${name} / ${baseline}: ${(median(name) / median(baseline)).toFixed(2)}`)
}
