// Writes routes.generated.ts: every API route under app/ as the server's table, and the first segments of what is Next's.
// `--check` only compares.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const target = 'routes.generated.ts'

/** Folders of `route.ts` files; Next itself serves the `.tsx` ones. */
function routeFolders(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return routeFolders(join(folder, entry.name))
    return entry.name === 'route.ts' ? [folder] : []
  })
}

/** Paths of pages, route handlers and icons that Next serves; `(group)` folders do not show in a path. */
function nextPaths(folder, path = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap(({ name }) => {
    if (statSync(join(folder, name)).isDirectory())
      return nextPaths(join(folder, name), /^\(.*\)$/.test(name) ? path : `${path}/${name}`)
    if (/^(page|route)\.tsx$/.test(name)) return [path]
    return /^(icon|apple-icon|favicon)\./.test(name) ? [`${path}/${name.replace(/\.tsx$/, '')}`] : []
  })
}

const publicFiles = existsSync('public') ? readdirSync('public') : []
const pageRoots = [...new Set(['_next', ...publicFiles, ...nextPaths('app').map((path) => path.split('/')[1])])].sort()

const folders = routeFolders('app').sort()
const imports = folders.map((folder, i) => `import * as r${i} from './${folder}/route'`)
const rows = folders.map((folder, i) => `  '${folder.slice('app'.length) || '/'}': r${i},`)
const text = `// Made by scripts/routes.mjs from the tree under app/. Do not edit.
${imports.join('\n')}
import type { RouteTable } from './lib/server/http/router'

export const routes: RouteTable = {
${rows.join('\n')}
}

/** The first path segments that are the dashboard's. */
export const pageRoots: readonly string[] = ${JSON.stringify(pageRoots)}
`

const current = existsSync(target) ? readFileSync(target, 'utf8') : ''
if (current !== text) {
  if (process.argv.includes('--check')) {
    console.error(`${target} does not fit the tree under app/: run "npm run routes"`)
    process.exit(1)
  }
  writeFileSync(target, text)
}
