import { type DetectedFormat, detectedFormats, type Inspection } from '@/lib/contract/inspect/inspection'
import { mendingCommand } from '@/lib/contract/inspect/mending-command'
import { shellWord } from '../shell-word'
import { type Draft, formatPromised } from './draft'

/** A rule of the server's inspection, or one of the warnings that only the browser gives. */
export interface Reason {
  rule: string
  values: Record<string, string>
}

/** The browser's advice about a file: the server checks everything again. */
export interface Verdict {
  /** `unmarked`: nothing speaks against it, but the header confirms nothing either. */
  level: 'ok' | 'unmarked' | 'warn' | 'blocked'
  reasons: Reason[]
  /** The command that makes an acceptable file, where there is one. */
  mend: string | null
}

/** What the server would say of a file with this form. */
export function verdictOf({ file, reading, form }: Pick<Draft, 'file' | 'reading' | 'form'>): Verdict {
  const refusals = form.containerFormat === 'bare' ? refusalsOf(reading.inspection, form.diskFormat) : []
  if (refusals.length > 0) {
    return { level: 'blocked', reasons: refusals, mend: mendingFor(reading.inspection, form.diskFormat, file.name) }
  }
  const doubts = doubtsOf(file, reading, form.diskFormat)
  const calm = reading.inspection.format === 'raw' ? 'unmarked' : 'ok'
  return { level: doubts.length > 0 ? 'warn' : calm, reasons: doubts, mend: null }
}

function refusalsOf(inspection: Inspection, declared: string): Reason[] {
  const { format, formats, problems } = inspection
  const rules = [...new Set(problems.map(({ rule }) => rule))]
  const reasons = rules.map((rule) => ({ rule, values: { formats: formats.join(', ') } }))
  if (reasons.length > 0 || fits(format, declared)) return reasons
  return [{ rule: 'mismatch', values: { detected: format, declared } }]
}

/** Anything may be called raw; a format without a mark of its own must look raw; any other must be what it is called. */
function fits(detected: DetectedFormat, declared: string): boolean {
  if (declared === 'raw' || declared === detected || declared === '') return true
  return detected === 'raw' && !(detectedFormats as readonly string[]).includes(declared)
}

function mendingFor(inspection: Inspection, declared: string, fileName: string): string | null {
  const command = mendingCommand(inspection, declared)
  const base = fileName.replace(/\.[^.]*$/, '')
  return (
    command?.replace(
      /in\.\w+ out\.(\w+)$/,
      (_, extension) => `${shellWord(fileName)} ${shellWord(`${base}-vitrine.${extension}`)}`,
    ) ?? null
  )
}

/** The least that a disk has: one sector. */
const sectorBytes = 512

function doubtsOf(file: File, { inspection, disguise }: Draft['reading'], declared: string): Reason[] {
  if (file.size === 0) return [{ rule: 'empty', values: {} }]
  if (disguise === 'html') return [{ rule: 'html', values: {} }]
  if (inspection.format !== 'raw') return hollowOr(inspection, misnamed(file.name, inspection.format, declared))
  if (disguise && disguise !== 'text') return [{ rule: 'compressed', values: { format: disguise } }]
  const looks =
    file.size < sectorBytes ? [{ rule: 'tiny', values: { size: String(file.size) } }] : misnamed(file.name, 'raw', declared)
  return disguise === 'text' ? [{ rule: 'text', values: {} }, ...looks] : looks
}

/** A header that names no size describes no disk. */
function hollowOr({ format, virtualSize }: Inspection, others: Reason[]): Reason[] {
  return virtualSize === 0 ? [{ rule: 'hollow', values: { format } }, ...others] : others
}

/** A name that promises another format than the header does. */
function misnamed(fileName: string, detected: DetectedFormat, declared: string): Reason[] {
  const promised = formatPromised(fileName)
  const kept = promised === null || promised === detected || (detected === 'raw' && promised === declared)
  return kept || sameByName.has(detected) ? [] : [{ rule: 'misnamed', values: { promised, detected } }]
}

/** What is found within a disk of any name. */
const sameByName: ReadonlySet<DetectedFormat> = new Set(['gpt', 'luks', 'qed'])
