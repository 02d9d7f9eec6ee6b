// `npm run up`: installs, builds and starts Vitrine, doing each only when it is needed.
import { installPackages, requireNode, run } from './prepare.mjs'

requireNode()
installPackages()
run('node', ['scripts/build.mjs', '--if-changed'])
process.env.NODE_ENV = 'production'
await import('../dist/server.js')
