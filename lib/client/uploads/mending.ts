import type { Inspection } from '@/lib/contract/inspect/inspection'
import { mendingCommand } from '@/lib/contract/inspect/mending-command'
import { shellWord } from '../shell-word'
import { nameFor } from './file-name'

export interface Mending {
  command: string
  /** Whether the command reads other files than the one it names. */
  needsParts: boolean
}

/** What refers to other files, or is referred to. */
const inParts = new Set(['backing_file', 'data_file', 'parent', 'extent', 'descriptor_only', 'piece'])
/** How the files of a split VMDK are called: those before the mark are the descriptor's. */
const pieceName = /-s\d{3}(?=\.vmdk$)/i

/** The command that makes an acceptable file of this one, as `declared`; null where none does. */
export function mendingFor(inspection: Inspection, declared: string, fileName: string): Mending | null {
  const needsParts = inspection.problems.some(({ rule }) => inParts.has(rule))
  const isPiece = inspection.problems.some(({ rule }) => rule === 'piece')
  if (isPiece && !pieceName.test(fileName)) return null
  const source = isPiece ? fileName.replace(pieceName, '') : fileName
  const whole = isPiece ? { ...inspection, problems: [{ rule: 'descriptor_only', message: '' }] } : inspection
  const command = mendingCommand(whole, declared)?.replace(/in\.\w+ out\.(\w+)$/, (_, extension) =>
    [source, `${nameFor(source)}-vitrine.${extension}`].map(fileWord).join(' '),
  )
  return command === undefined ? null : { command, needsParts }
}

/** A file's name for a command line: qemu-img takes what stands before a colon for a protocol, and a dash for an option. */
function fileWord(name: string): string {
  return shellWord(/^-|:/.test(name) ? `./${name}` : name)
}
