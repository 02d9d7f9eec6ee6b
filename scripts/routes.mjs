// Writes routes.generated.ts: every API route under app/, as the server's table. `--check` only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const target = 'routes.generated.ts'

/** Folders of `route.ts` files; Next itself serves the `.tsx` ones. */
function routeFolders(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return routeFolders(join(folder, entry.name))
    return entry.name === 'route.ts' ? [folder] : []
  })
}

const folders = routeFolders('app').sort()
const imports = folders.map((folder, i) => `import * as r${i} from './${folder}/route'`)
const rows = folders.map((folder, i) => `  '${folder.slice('app'.length) || '/'}': r${i},`)
const text = `// Made by scripts/routes.mjs from the tree under app/. Do not edit.
${imports.join('\n')}
import type { RouteTable } from './lib/server/http/router'

export const routes: RouteTable = {
${rows.join('\n')}
}
`

const current = existsSync(target) ? readFileSync(target, 'utf8') : ''
if (current !== text) {
  if (process.argv.includes('--check')) {
    console.error(`${target} does not fit the tree under app/: run "npm run routes"`)
    process.exit(1)
  }
  writeFileSync(target, text)
}
