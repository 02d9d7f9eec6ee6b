// `npm run bench -- NAME [ARGUMENTS]`: runs one benchmark against the built server.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const benchmarks = {
  memory: ['bench/upload-memory.mjs', 'peak memory of 4 GiB up and down, by PUT and by tus'],
  throughput: ['bench/throughput.mjs', 'upload and download speed as ratios to plain Node and md5sum/sha512sum'],
  pages: ['bench/list-pages.mjs', 'the last page of a list against the first, with a million images'],
  dashboard: ['bench/dashboard.mjs', 'filters of the image list with 100,000 images, and the JavaScript of its first load'],
  trickle: ['bench/trickle.mjs', 'an upload that lasts longer than six minutes'],
}

const [name = '', ...rest] = process.argv.slice(2)
const [script] = benchmarks[name] ?? []
if (!script) {
  console.error('Usage: npm run bench -- NAME [ARGUMENTS]\n')
  for (const [known, [, purpose]] of Object.entries(benchmarks)) console.error(`  ${known.padEnd(12)} ${purpose}`)
  process.exit(2)
}
if (!existsSync('dist/server.js')) {
  console.error('There is no built server: run "npm run build" first')
  process.exit(2)
}
process.exit(spawnSync(process.execPath, [script, ...rest], { stdio: 'inherit' }).status ?? 1)
