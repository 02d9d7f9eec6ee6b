import { type DetectedFormat, detectedFormats, type Inspection } from '@/lib/contract/inspect/inspection'
import { type Mending, mendingFor } from './mending'
import type { Upload } from './upload'
import { type Reason, refusalsOf } from './verdict'

export interface RefusedData {
  reasons: readonly Reason[]
  /** What makes an acceptable file, where something does. */
  mend: Mending | null
}

const unsafe = 'The image is not safe: '
const failedCheck = /(\w+) failed the safety check (\w+): /g
const readAs = /the file can be read as (\w+(?: and as \w+)*)/
const mismatch = /^The data do not match the disk_format: declared (\S+), found (\w+(?: and \w+)*)/

/** Why the server refuses what the file holds, in the browser's own rules; null where it refused for something else. */
export function refusedData({ failure, file, form }: Pick<Upload, 'failure' | 'file' | 'form'>): RefusedData | null {
  const found = failure === null ? null : foundBy(failure)
  const reasons = found ? refusalsOf(found, form.diskFormat) : []
  return found && reasons.length > 0 ? { reasons, mend: mendingFor(found, form.diskFormat, file.name) } : null
}

/** Whether the same file can only be refused again. */
export function canOnlyFail({ shortage }: Pick<Upload, 'shortage'>, refused: RefusedData | null): boolean {
  return shortage?.short_of === 'size' || refused !== null
}

/** What the server's sentence tells of the data. */
function foundBy(failure: string): Inspection | null {
  if (failure.startsWith(unsafe)) {
    const checks = [...failure.matchAll(failedCheck)].map(([, format = '', rule = '']) => ({ format, rule }))
    const formats = readAs.exec(failure)?.[1]?.split(' and as ') ?? checks.map(({ format }) => format)
    return inspection(
      formats,
      checks.map(({ rule }) => rule),
    )
  }
  const formats = mismatch.exec(failure)?.[2]
  return formats === undefined ? null : inspection(formats.split(' and '), [])
}

function inspection(names: readonly string[], rules: readonly string[]): Inspection | null {
  const formats = [...new Set(names)].filter((name): name is DetectedFormat => detectedFormats.some((known) => known === name))
  const [format] = formats
  if (format === undefined) return null
  return { format, formats, virtualSize: null, problems: rules.map((rule) => ({ rule, message: '' })) }
}
