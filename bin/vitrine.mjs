#!/usr/bin/env node
// The command line. `npm run build` makes it; so does `npm run up`.
import { existsSync } from 'node:fs'

const built = new URL('../dist/vitrine.js', import.meta.url)
if (existsSync(built)) await import(built)
else {
  console.error('vitrine: the command line is not built yet, run "npm run build"')
  process.exitCode = 1
}
