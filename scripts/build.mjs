// Builds dist/server.js (the server and every API route) and .next (the dashboard). With --if-changed only when needed.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { run } from './prepare.mjs'

const sources = ['app', 'components', 'lib', 'public', 'server.ts', 'next.config.ts', 'postcss.config.mjs', 'package-lock.json']
const mark = 'dist/built'

/** How esbuild makes the server out of server.ts. */
export const serverBundle = {
  entryPoints: ['server.ts'],
  outfile: 'dist/server.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
}

/** The command line, `vitrine`. */
const commandBundle = { ...serverBundle, entryPoints: ['lib/cli/main.ts'], outfile: 'dist/vitrine.js' }

/** Worker threads are files of their own, beside the bundle. */
export function copyWorkers() {
  for (const file of filesBelow('lib/server')) {
    if (file.endsWith('-worker.mjs')) cpSync(file, join('dist', file.split('/').at(-1)))
  }
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
}

/** What browsers load is compressed once, as far as it goes, beside itself. */
function compressPages() {
  for (const file of filesBelow('.next/static')) {
    if (/\.(?:js|css)$/.test(file)) writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)))
  }
}

/** Changes whenever a source file appears, goes or changes. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesBelow).sort()) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

async function main() {
  run('node', ['scripts/routes.mjs'])
  const current = fingerprint()
  if (process.argv.includes('--if-changed') && existsSync(mark) && readFileSync(mark, 'utf8') === current) return
  await build(serverBundle)
  await build(commandBundle)
  copyWorkers()
  run('npx', ['--no-install', 'next', 'build'], { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' })
  compressPages()
  writeFileSync(mark, current)
}

if (process.argv[1]?.endsWith('build.mjs')) await main()
