// Upload with both hashes and download, as ratios to what this machine can do at all in the same minute, and the seconds of
// CPU that the server spends per GiB: those hardly change when other work slows the machine down.
// node bench/throughput.mjs [GiB, default 1] [rounds, default 3]
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
const costs = {}
const ticksPerSecond = 100

/** Seconds of CPU that a process has used, with all its threads. */
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

async function measure(name, work, pid = process.pid) {
  const began = performance.now()
  const spent = cpuSeconds(pid)
  const result = await work()
  if (pid !== process.pid) costs[name] = [...(costs[name] ?? []), ((cpuSeconds(pid) - spent) / size) * GiB]
  const speed = size / MiB / ((performance.now() - began) / 1000)
  speeds[name] = [...(speeds[name] ?? []), speed]
  return result
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
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
    await measure('plain Node upload, no hashes', () => sendPlain(plainUrl, size), plain.pid)
    await measure('md5sum and sha512sum', () => Promise.all([run('md5sum', [file]), run('sha512sum', [file])]))
    await measure('plain Node download', () => download(plainUrl), plain.pid)
    const image = await measure('PUT with both hashes', () => upload(caller, size), server.pid)
    const imageFile = `${caller.url}/v2/images/${image.id}/file`
    await measure('download', () => download(imageFile, headers), server.pid)
    await remove(caller, image)
    await remove(caller, await measure('tus with both hashes', () => uploadByTus(caller, size), server.pid))
  }
} finally {
  plain.kill()
  await server.stop()
  rmSync(folder, { recursive: true })
}

for (const [name, values] of Object.entries(speeds)) {
  const cost = costs[name] ? `${median(costs[name]).toFixed(2)} CPU s/GiB` : ''
  console.log(`${name.padEnd(30)} ${median(values).toFixed(0).padStart(6)} MiB/s  ${cost}`)
}
for (const [name, baseline] of [
  ['PUT with both hashes', 'md5sum and sha512sum'],
  ['PUT with both hashes', 'plain Node upload, no hashes'],
  ['tus with both hashes', 'PUT with both hashes'],
  ['download', 'plain Node download'],
]) {
  console.log(`${name} / ${baseline}: ${(median(speeds[name]) / median(speeds[baseline])).toFixed(2)}`)
}
