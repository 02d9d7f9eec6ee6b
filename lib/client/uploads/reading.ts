import { isCutOff, tailBytes } from '@/lib/contract/inspect/cut-off'
import { headBytes, inspectHead } from '@/lib/contract/inspect/inspect-head'
import type { Inspection } from '@/lib/contract/inspect/inspection'
import { type Disguise, disguiseOf } from './disguise'

/** What the head of a file tells. */
export interface Reading {
  inspection: Inspection
  /** What it is instead of a disk image. */
  disguise: Disguise | null
  /** Its header says that the file was longer. */
  cutOff: boolean
}

/** Reads a file's head and its last bytes. */
export async function readFile(file: Blob): Promise<Reading> {
  const [head, tail] = await Promise.all([bytesOf(file.slice(0, headBytes)), bytesOf(file.slice(-tailBytes))])
  const inspection = inspectHead(head, { size: file.size })
  const disguise = inspection.format === 'raw' || inspection.format === 'gpt' ? disguiseOf(head) : null
  return { inspection, disguise, cutOff: isCutOff(inspection.format, { head, tail, size: file.size }) }
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}
