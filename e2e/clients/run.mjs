// Drives the built server with Debian's glance and openstack, on real images. Prints a line a step, then how many passed.
import { build } from 'esbuild'

// Node 20 cannot run TypeScript.
const bundle = { bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'warning' }
const { outputFiles } = await build({ entryPoints: ['e2e/clients/main.ts'], ...bundle })
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
