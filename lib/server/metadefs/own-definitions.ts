import type { NamespaceDefinition } from '@/lib/contract/metadefs'
import { parseDefinition } from './definition-file'
import cpuMode from './definitions/compute-watchdog.json'

const files = { 'compute-watchdog.json': cpuMode }

/** The definitions that Vitrine comes with, checked as those of any other file. */
export function ownDefinitions(): NamespaceDefinition[] {
  return Object.entries(files).map(([file, content]) => parseDefinition(JSON.stringify(content), file))
}
