// `npm run dev`: the same server with Next in development mode; pages reload, the server restarts on change.
import { spawn } from 'node:child_process'
import { context } from 'esbuild'
import { copyWorkers, serverBundle } from './build.mjs'
import { run } from './prepare.mjs'

let server

function start() {
  copyWorkers()
  const args = ['--enable-source-maps', 'dist/dev-server.js', '--dev', ...process.argv.slice(2)]
  server = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } })
}

async function restart() {
  if (server && server.exitCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  start()
}

run('node', ['scripts/routes.mjs'])
const restarting = {
  name: 'restart',
  setup({ onEnd }) {
    onEnd(({ errors }) => (errors.length === 0 ? restart() : undefined))
  },
}
const watcher = await context({ ...serverBundle, outfile: 'dist/dev-server.js', plugins: [restarting] })
await watcher.watch()

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server?.once('exit', () => process.exit(0))
    server?.kill('SIGTERM')
  })
}
