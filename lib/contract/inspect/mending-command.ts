import type { DetectedFormat, Inspection } from './inspection'

/** qemu-img's name for a format, and the options without which the result would be refused again. */
const outputs: Partial<Record<string, string>> = {
  raw: 'raw',
  qcow2: 'qcow2',
  vhd: 'vpc',
  vhdx: 'vhdx',
  vmdk: 'vmdk -o subformat=streamOptimized',
  vdi: 'vdi',
}

const inputs: Partial<Record<DetectedFormat, string>> = {
  raw: 'raw',
  gpt: 'raw',
  iso: 'raw',
  qcow2: 'qcow2',
  vhd: 'vpc',
  vhdx: 'vhdx',
  vmdk: 'vmdk',
  vdi: 'vdi',
  qed: 'qed',
}

/** Problems that no conversion mends: what the file means is itself in doubt, or qemu-img cannot read it alone. */
const beyondMending = new Set(['several_formats', 'truncated', 'version', 'unknown_features', 'piece'])

/**
 * The command that turns a file which would be refused into one that is accepted, as `declared` (a disk_format) where that
 * can be; null where the file is fine, or no command helps. Data that lie in other files must be at hand where it is run.
 */
export function mendingCommand(inspection: Inspection, declared: string): string | null {
  if (isAccepted(inspection, declared) || inspection.problems.some(({ rule }) => beyondMending.has(rule))) return null
  const input = inputDriver(inspection, declared)
  const target = targetFormat(inspection, declared)
  const output = outputs[target]
  if (input === undefined || output === undefined) return null
  return `qemu-img convert -f ${input} -O ${output} in.${fileExtension(inspection, declared)} out.${target}`
}

function isAccepted({ format, problems }: Inspection, declared: string): boolean {
  return problems.length === 0 && (declared === format || declared === 'raw')
}

/** What is called a VHD and shows no header is a fixed VHD, most likely: qemu-img finds the footer at its end. */
function isFixedVhd({ format }: Inspection, declared: string): boolean {
  return declared === 'vhd' && (format === 'raw' || format === 'gpt')
}

function inputDriver(inspection: Inspection, declared: string): string | undefined {
  if (isFixedVhd(inspection, declared)) return 'vpc'
  const { format, problems } = inspection
  // Of the formats with parents, qemu-img reads only VMDK's.
  return format !== 'vmdk' && problems.some(({ rule }) => rule === 'parent') ? undefined : inputs[format]
}

/** An unsound partition table stays one in a raw file; a file of another format may hold it. */
function targetFormat({ format }: Inspection, declared: string): string {
  return declared === 'raw' && format === 'gpt' ? 'qcow2' : declared
}

function fileExtension(inspection: Inspection, declared: string): string {
  if (isFixedVhd(inspection, declared)) return 'vhd'
  return inputs[inspection.format] === 'raw' ? 'img' : inspection.format
}
