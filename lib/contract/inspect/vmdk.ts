import { declaredSize, type Header, quoted } from './header'
import type { Detector, Finding, FormatProblem, InspectOptions } from './inspection'
import { parseVmdkDescriptor, type VmdkDescriptor } from './vmdk-descriptor'
import { footerProblems } from './vmdk-footer'

const sectorBytes = 512
const defaultTypes = ['streamOptimized', 'monolithicSparse']
/** Written descriptors have 10 KiB; nothing sound comes near this. */
const maxDescriptorBytes = 64 * 1024

/** VMware's disk (Virtual Disk Format 5.0): a sparse file with an embedded descriptor, or a descriptor that names other files. */
export const vmdk: Detector = {
  format: 'vmdk',
  matches: (header) => header.contains(0, 'KDMV') || isDescriptor(header),
  inspect: (header, options) =>
    header.contains(0, 'KDMV') ? inspectSparse(header, options) : inspectDescriptor(header, options),
}

/** As readers probe it: after comments and empty lines, the version comes first. */
function isDescriptor(header: Header): boolean {
  if (header.length === 0 || !'# \t\r\nvV'.includes(String.fromCharCode(header.u8(0)))) return false
  const lines = header.text(0, Math.min(header.length, 4096)).split('\n')
  if (/^# Disk DescriptorFile/i.test(lines[0] ?? '')) return true
  const first = lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('#'))
  return first !== undefined && /^version[ \t]*=[ \t]*\d+$/i.test(first)
}

function inspectSparse(header: Header, options: InspectOptions): Finding {
  const problems: FormatProblem[] = []
  const version = header.u32(4)
  const capacity = header.u64(12)
  if (version < 1 || version > 3) {
    problems.push({ rule: 'version', message: `the version at byte 4 is ${version}; only 1 to 3 are known` })
  }
  if (capacity === 0n) {
    problems.push({ rule: 'descriptor', message: 'the capacity at byte 12 is 0: the descriptor alone says where the data lie' })
  }
  const virtualSize = declaredSize(capacity * BigInt(sectorBytes))
  const tail = options.tail ?? (options.size === header.length ? header.bytes : undefined)
  return { virtualSize, problems: [...problems, ...embeddedDescriptorProblems(header, options), ...footerProblems(header, tail)] }
}

function embeddedDescriptorProblems(header: Header, options: InspectOptions): FormatProblem[] {
  const sector = header.u64(28)
  const length = header.u64(36) * BigInt(sectorBytes)
  if (sector === 0n && length === 0n) return [noDescriptor]
  if (sector !== 1n) {
    return [{ rule: 'descriptor', message: `the descriptor's sector at byte 28 is ${sector}; it must be 1` }]
  }
  if (length === 0n || length > maxDescriptorBytes) {
    return [
      {
        rule: 'descriptor',
        message: `the descriptor's length at byte 36 is ${length} bytes; at most ${maxDescriptorBytes} are read`,
      },
    ]
  }
  const text = header.text(sectorBytes, Number(length))
  return text === '' ? [noDescriptor] : descriptorProblems(parseVmdkDescriptor(text), options)
}

/** VMware's pieces have no room for a descriptor, qemu's leave it empty. */
const noDescriptor: FormatProblem = {
  rule: 'piece',
  message: 'the header has no descriptor: the file is one of those that a split disk is in',
}

function inspectDescriptor(header: Header, options: InspectOptions): Finding {
  const descriptor = parseVmdkDescriptor(header.text(0, Math.min(header.length, maxDescriptorBytes)))
  const sectors = descriptor.extents.reduce((sum, { sectors }) => sum + sectors, 0)
  const virtualSize = Number.isSafeInteger(sectors * sectorBytes) ? sectors * sectorBytes : null
  return {
    virtualSize,
    problems: [
      { rule: 'descriptor_only', message: 'the file is only a descriptor from byte 0 on: the data lie in other files' },
      ...descriptorProblems(descriptor, options),
    ],
  }
}

function descriptorProblems(descriptor: VmdkDescriptor, options: InspectOptions): FormatProblem[] {
  const { parent } = descriptor
  return [
    ...createTypeProblems(descriptor, options.vmdkAllowedTypes ?? defaultTypes),
    ...extentProblems(descriptor),
    ...(parent === null ? [] : [{ rule: 'parent', message: `the descriptor names a parent disk: ${quoted(parent)}` }]),
  ]
}

function createTypeProblems({ createTypes }: VmdkDescriptor, allowed: readonly string[]): FormatProblem[] {
  const [type] = createTypes
  if (type === undefined || createTypes.length > 1) {
    return [{ rule: 'create_type', message: `the descriptor has ${createTypes.length} createType lines; it must have one` }]
  }
  if (allowed.includes(type)) return []
  return [{ rule: 'create_type', message: `the descriptor's createType is ${quoted(type)}; allowed: ${allowed.join(', ')}` }]
}

/** A file that stands alone has one extent, sparse, and the extent is the file itself: its name is no path. */
function extentProblems({ extents }: VmdkDescriptor): FormatProblem[] {
  const [extent] = extents
  if (extent === undefined || extents.length > 1) {
    return [{ rule: 'extent', message: `the descriptor has ${extents.length} extents; it must have one` }]
  }
  if (extent.type === 'SPARSE' && extent.file !== '' && !/[/\\]/.test(extent.file)) return []
  return [{ rule: 'extent', message: `the descriptor's extent points to another file: ${quoted(extent.line)}` }]
}
