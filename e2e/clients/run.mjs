// Drives the built server with Debian's glance and openstack, on real images. Prints a line a step, then how many passed.
import { runTypeScript } from './bundled.mjs'

await runTypeScript('main')
