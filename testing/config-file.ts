import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Writes a `glance-api.conf` (and files beside it, by name) into a folder of its own, which `{folder}` in it means; answers its path. */
export function writeConfig(text: string, beside: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-config-'))
  const files = { ...beside, 'glance-api.conf': text.replaceAll('{folder}', folder) }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return join(folder, 'glance-api.conf')
}

/** Removes what `writeConfig` wrote. */
export function removeConfig(file: string) {
  rmSync(dirname(file), { recursive: true })
}
