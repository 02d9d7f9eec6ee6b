import type { Header } from './header'
import type { Detector, FormatProblem } from './inspection'

interface PartitionEntry {
  number: number
  /** Where it stands, in bytes. */
  offset: number
  bootFlag: number
  type: number
}

const protectiveType = 0xee

/**
 * A disk with a partition table: an MBR, or the protective MBR in front of a GPT. The rules are those that Nova and Cinder
 * apply again when they download, so that what passes here can be booted there.
 */
export const gpt: Detector = {
  format: 'gpt',
  matches: (header) => header.contains(510, '\x55\xaa') && !isFatVolume(header),
  inspect(header, { size }) {
    const entries = [0, 1, 2, 3].map((index) => partitionEntry(header, index))
    return { virtualSize: size, problems: [...tableProblems(entries), ...protectiveProblems(header, entries)] }
  },
}

/** The boot sector of a FAT volume ends in 55 AA as well: two allocation tables on a fixed disk. */
function isFatVolume(header: Header): boolean {
  return header.u8(16) === 2 && header.u8(21) === 0xf8
}

function partitionEntry(header: Header, index: number): PartitionEntry {
  const offset = 446 + 16 * index
  return { number: index + 1, offset, bootFlag: header.u8(offset), type: header.u8(offset + 4) }
}

function tableProblems(entries: PartitionEntry[]): FormatProblem[] {
  const problems = entries
    .filter(({ bootFlag }) => bootFlag !== 0x00 && bootFlag !== 0x80)
    .map(({ number, offset, bootFlag }) => ({
      rule: 'mbr',
      message: `the boot flag of partition ${number} at byte ${offset} is 0x${hex(bootFlag)}; only 00 and 80 are valid`,
    }))
  if (entries.every(({ type }) => type === 0)) {
    problems.push({
      rule: 'mbr',
      message: 'bytes 510 and 511 announce a partition table, but bytes 446 to 509 hold no partition',
    })
  }
  return problems
}

/** A protective MBR has one partition, the first, which covers the disk from sector 1 on (UEFI 2.10, table 5.4). */
function protectiveProblems(header: Header, entries: PartitionEntry[]): FormatProblem[] {
  const protective = entries.find(({ type }) => type === protectiveType)
  if (!protective) return []
  const { number, offset } = protective
  const problems: FormatProblem[] = []
  const others = entries.filter((entry) => entry.type !== 0 && entry !== protective)
  if (number !== 1 || others.length > 0) {
    problems.push({ rule: 'gptmbr', message: 'the MBR in front of the GPT names more than its one protective partition' })
  }
  if (!header.contains(offset + 1, '\x00\x02\x00')) {
    problems.push({ rule: 'gptmbr', message: `the protective partition at byte ${offset} does not start at CHS 0/0/2` })
  }
  if (header.u32(offset + 8) !== 1) {
    problems.push({ rule: 'gptmbr', message: `the protective partition at byte ${offset} does not start at sector 1` })
  }
  return problems
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0')
}
