import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ConfigError } from '../config-file'

/** Where the operator keeps rules. */
export interface PolicyPlaces {
  /** Candidates for the one file, of which the first that is there counts. */
  files: readonly string[]
  /** Whether the file was named in the configuration: then it has to be there. */
  named: boolean
  /** For each folder its candidates, of which again the first counts. */
  folders: readonly (readonly string[])[]
}

/** Resolves `policy_file` and `policy_dirs`: relative names stand beside the configuration files, the last one's first. */
export function policyPlaces(policyFile: string, policyDirs: readonly string[], configFiles: readonly string[]): PolicyPlaces {
  const beside = [...new Set(configFiles.map((file) => dirname(file)).reverse())]
  const candidates = (name: string) => (beside.length > 0 ? beside.map((folder) => resolve(folder, name)) : [resolve(name)])
  const names = policyFile === '' ? ['policy.yaml', 'policy.json'] : [policyFile]
  const dirs = policyDirs.length > 0 ? policyDirs : ['policy.d']
  return {
    // Without a configuration file only what is named is read, not what happens to lie in the current folder.
    files: policyFile === '' && beside.length === 0 ? [] : names.flatMap(candidates),
    named: policyFile !== '',
    folders: policyDirs.length === 0 && beside.length === 0 ? [] : dirs.map(candidates),
  }
}

/** The files that hold rules now, in the order in which they are read. */
export function presentFiles({ files, folders }: PolicyPlaces): { file: string | undefined; others: string[] } {
  const present = folders.map((candidates) => candidates.find(existsSync)).filter((folder) => folder !== undefined)
  return { file: files.find(existsSync), others: present.flatMap(filesIn) }
}

/** Names in their order; hidden files and editors' backups are none of the operator's rules. */
function filesIn(folder: string): string[] {
  const names = entriesOf(folder).filter((entry) => !entry.isDirectory() && !/^\.|~$/.test(entry.name))
  return names.map(({ name }) => join(folder, name)).sort()
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw new ConfigError(`cannot read the policy folder ${folder}: ${(error as Error).message}`)
  }
}

/** What changes when a file does, also when another file takes its place, and when that was last (milliseconds). */
export function stateOf(files: readonly string[]): { mark: string; changedAt: number } {
  const stats = files.map((file) => ({ file, stat: statSync(file, { throwIfNoEntry: false }) }))
  const marks = stats.map(({ file, stat }) => `${file} ${stat?.ino} ${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs}`)
  return { mark: marks.join('\n'), changedAt: Math.max(0, ...stats.map(({ stat }) => stat?.mtimeMs ?? 0)) }
}
