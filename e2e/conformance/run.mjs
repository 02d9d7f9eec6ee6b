// Checks every operation of the Image API on built and on development servers: a line a check that fails, then how many passed.
// `node e2e/conformance/run.mjs URL PASSWORD` checks a server that runs already, with its own identity.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Node 20 cannot run TypeScript; the program must lie where Node finds the packages.
const outfile = resolve('node_modules/.cache/vitrine-conformance/main.mjs')
const bundle = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' }
await build({ entryPoints: ['e2e/conformance/main.ts'], outfile, ...bundle })
await import(pathToFileURL(outfile).href)
