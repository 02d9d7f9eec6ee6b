import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Writes a `glance-api.conf` (and files beside it, by name) into a folder of its own; answers its path. */
export function writeConfig(text: string, beside: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-config-'))
  for (const [name, content] of Object.entries({ ...beside, 'glance-api.conf': text })) writeFileSync(join(folder, name), content)
  return join(folder, 'glance-api.conf')
}

/** Removes what `writeConfig` wrote. */
export function removeConfig(file: string) {
  rmSync(dirname(file), { recursive: true })
}
