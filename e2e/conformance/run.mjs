// Checks every operation of the Image API on the built server and on the development server: a line a check that fails, then how
// many passed. `node e2e/conformance/run.mjs URL PASSWORD` checks a server that runs already, with its own identity.
import { build } from 'esbuild'

// Node 20 cannot run TypeScript.
const bundle = { bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'warning' }
const { outputFiles } = await build({ entryPoints: ['e2e/conformance/main.ts'], ...bundle })
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
