import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { NamespaceDefinition } from '@/lib/contract/metadefs'
import { DefinitionError, parseDefinition } from '../server/metadefs/definition-file'

export interface DefinitionFile {
  file: string
  definition: NamespaceDefinition
}

/** Reads one file, or every `.json` file of a folder in the order of names. A DefinitionError names all that are wrong. */
export function readDefinitionFiles(path: string): DefinitionFile[] {
  const wrong: string[] = []
  const read = filesAt(path).flatMap((file) => {
    try {
      return [{ file, definition: parseDefinition(readText(file), file) }]
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error
      wrong.push(error.message)
      return []
    }
  })
  if (wrong.length > 0) throw new DefinitionError(`${wrong.join('\n')}\nNothing was loaded.`)
  return read
}

function filesAt(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })) throw new DefinitionError(`${path}: there is no such file or folder`)
  if (!statSync(path).isDirectory()) return [path]
  const files = readdirSync(path).filter((name) => name.endsWith('.json'))
  if (files.length === 0) throw new DefinitionError(`${path}: this folder has no .json file`)
  return files.toSorted().map((name) => join(path, name))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new DefinitionError(`${file}: ${(cause as Error).message}`, { cause })
  }
}
