import { inspectHead } from '@/lib/contract/inspect/inspect-head'
import type { FormatProblem, Inspection } from '@/lib/contract/inspect/inspection'
import { Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import type { ReceivedBytes } from '../stores/image-data'

export interface Acceptance {
  /** The size of the disk inside, in bytes; null where nothing tells. */
  virtualSize: number | null
  /** What the settings let pass although it is wrong, for the log. */
  warnings: string[]
}

/** What an image says its data are. */
interface Declaration {
  diskFormat: string | null
  containerFormat: string | null
}

/** Formats that hold a disk's or a partition's bytes as they are. */
const verbatimFormats = ['raw', 'ami', 'ari', 'aki']
/** Formats that are recognised when they are seen. Every other one has to look raw. */
const detectableFormats = ['qcow2', 'vmdk', 'vhd', 'vhdx', 'vdi', 'iso', 'gpt', 'luks', 'qed']

/**
 * Decides whether received bytes may become this image, before anything becomes visible. Throws `unsupportedMedia` where
 * they are not what `disk_format` says, or where they break a safety rule; Nova and Cinder apply the same rules later.
 */
export function acceptImageData(
  image: Declaration,
  received: Pick<ReceivedBytes, 'size' | 'head'>,
  settings: Settings['image_format'],
): Acceptance {
  const declared = image.diskFormat ?? 'raw'
  const verbatimSize = verbatimFormats.includes(declared) ? received.size : null
  // What a container holds is not looked into, and an image without bytes can hold nothing harmful.
  if (image.containerFormat !== 'bare') return { virtualSize: null, warnings: [] }
  if (received.size === 0) return { virtualSize: verbatimSize, warnings: [] }
  const options = { size: received.size, vmdkAllowedTypes: settings.vmdk_allowed_types }
  const inspection = inspectHead(received.head, options)
  if (!isAsDeclared(inspection, declared)) return refuseOrWarn(mismatch(inspection, declared), settings)
  const warnings = refuseUnsafe(inspection, settings)
  return { virtualSize: verbatimSize ?? virtualSize(inspection), warnings }
}

/** Data that match in one of several readings count as declared: the safety rules refuse them then. */
function isAsDeclared({ formats }: Inspection, declared: string): boolean {
  if (declared === 'raw') return true
  const found = formats.includes('iso') ? formats.filter((format) => format !== 'gpt') : formats
  return found.some((format) => format === (detectableFormats.includes(declared) ? declared : 'raw'))
}

function mismatch({ formats }: Inspection, declared: string): string {
  const hint = declared === 'vhd' ? '; a fixed VHD has no header, convert it to a dynamic one' : ''
  return `The data do not match the disk_format: declared ${declared}, found ${formats.join(' and ')}${hint}`
}

function refuseOrWarn(message: string, settings: Settings['image_format']): Acceptance {
  if (settings.require_image_format_match) throw new Problem('unsupportedMedia', message)
  return { virtualSize: null, warnings: [message] }
}

function refuseUnsafe(inspection: Inspection, settings: Settings['image_format']): string[] {
  const isNonfatal = ({ rule }: FormatProblem) => settings.gpt_safety_checks_nonfatal.includes(rule)
  const say = ({ rule, message }: FormatProblem) => `${inspection.format} failed the safety check ${rule}: ${message}`
  const fatal = inspection.problems.filter((problem) => !isNonfatal(problem))
  if (fatal.length > 0) throw new Problem('unsupportedMedia', `The image is not safe: ${fatal.map(say).join('; ')}`)
  return inspection.problems.map(say)
}

/** What looks raw under a name that says more (ploop) does not tell the size of its disk. */
function virtualSize({ format, virtualSize }: Inspection): number | null {
  return format === 'raw' ? null : virtualSize
}
