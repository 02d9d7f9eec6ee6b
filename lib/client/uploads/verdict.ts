import { type DetectedFormat, detectedFormats, type Inspection } from '@/lib/contract/inspect/inspection'
import { isArchive } from './disguise'
import { type Draft, sectorBytes } from './draft'
import { formatPromised } from './file-name'
import { type Mending, mendingFor } from './mending'

/** A rule of the server's inspection, or one of the warnings that only the browser gives. */
export interface Reason {
  rule: string
  values: Record<string, string>
}

/** The browser's advice about a file: the server checks everything again. */
export interface Verdict {
  /**
   * `unmarked`: nothing speaks against it, but the header confirms nothing either. `broken`: the server takes it, and no
   * server boots from it. `blocked`: the server refuses it.
   */
  level: 'ok' | 'unmarked' | 'warn' | 'broken' | 'blocked'
  reasons: Reason[]
  /** What makes an acceptable file, where something does. */
  mend: Mending | null
}

type Read = Pick<Draft, 'file' | 'reading' | 'form'>

/** What the server would say of a file with this form, and what it would be good for. */
export function verdictOf(draft: Read): Verdict {
  const { file, reading, form } = draft
  const faults = faultsOf(draft)
  const refusals = form.containerFormat === 'bare' ? refusalsOf(reading.inspection, form.diskFormat) : []
  if (refusals.length > 0) {
    const mend = faults.length > 0 ? null : mendingFor(reading.inspection, form.diskFormat, file.name)
    return { level: 'blocked', reasons: [...refusals, ...faults], mend }
  }
  const doubts = doubtsOf(draft, faults)
  if (faults.length > 0) return { level: 'broken', reasons: [...faults, ...doubts], mend: null }
  return { level: doubts.length > 0 ? 'warn' : calmOf(reading), reasons: doubts, mend: null }
}

/** Whether the person has to say that it is sent although it is as it is. */
export function isObjectionable({ level }: Verdict): boolean {
  return level === 'broken' || level === 'blocked'
}

function calmOf({ inspection, disguise }: Draft['reading']): Verdict['level'] {
  return inspection.format === 'raw' && disguise === null ? 'unmarked' : 'ok'
}

/** What the server refuses of data that are called `declared`. */
export function refusalsOf(inspection: Inspection, declared: string): Reason[] {
  const { format, formats, problems } = inspection
  const found = new Set(problems.map(({ rule }) => rule))
  // That a descriptor's data are elsewhere is said once.
  const rules = [...found].filter((rule) => rule !== 'extent' || !found.has('descriptor_only'))
  const reasons = rules.map((rule) => ({ rule, values: { formats: formats.join(', ') } }))
  if (reasons.length > 0 || fits(format, declared)) return reasons
  return [{ rule: 'mismatch', values: { detected: format, declared } }]
}

/** Anything may be called raw; a format without a mark of its own must look raw; any other must be what it is called. */
function fits(detected: DetectedFormat, declared: string): boolean {
  if (declared === 'raw' || declared === detected || declared === '') return true
  return detected === 'raw' && !(detectedFormats as readonly string[]).includes(declared)
}

/** What makes a file useless as an image. A header that names no size describes no disk. */
function faultsOf({ file, reading, form }: Read): Reason[] {
  const { inspection, disguise, cutOff } = reading
  if (file.size === 0) return [{ rule: 'empty', values: {} }]
  if (disguise === 'html') return [{ rule: 'html', values: {} }]
  if (form.containerFormat !== 'bare') return []
  if (cutOff) return [{ rule: 'cut_off', values: {} }]
  if (inspection.virtualSize === 0) return [{ rule: 'hollow', values: { format: inspection.format } }]
  const text = disguise === 'text' ? [{ rule: 'text', values: {} }] : []
  const isTiny = inspection.format === 'raw' && file.size < sectorBytes
  return isTiny ? [...text, { rule: 'tiny', values: { size: String(file.size) } }] : text
}

/** How the plain parts of a split VMDK are called. */
const flatPiece = /-f\d{3}\.vmdk$/i

function doubtsOf({ file, reading, form }: Read, faults: readonly Reason[]): Reason[] {
  const { inspection, disguise } = reading
  if (form.containerFormat !== 'bare') return []
  if (disguise === 'tar' || disguise === 'ova') return [{ rule: 'archive', values: { format: disguise } }]
  if (isArchive(disguise)) return [{ rule: 'compressed', values: { format: disguise } }]
  if (inspection.format === 'raw' && faults.length > 0) return []
  if (flatPiece.test(file.name)) return [{ rule: 'piece', values: {} }]
  return misnamed(file.name, inspection.format, form.diskFormat)
}

/** A name that promises another format than the header does. */
function misnamed(fileName: string, detected: DetectedFormat, declared: string): Reason[] {
  const promised = formatPromised(fileName)
  const kept = promised === null || promised === detected || (detected === 'raw' && promised === declared)
  return kept || sameByName.has(detected) ? [] : [{ rule: 'misnamed', values: { promised, detected } }]
}

/** What is found within a disk of any name. */
const sameByName: ReadonlySet<DetectedFormat> = new Set(['gpt', 'luks', 'qed'])
