import { declaredSize, type Header, quoted } from './header'
import type { Detector, FormatProblem } from './inspection'

const dataFileBit = 2
/** Dirty, corrupt, data file, compression type, extended L2 entries. */
const knownIncompatibleBits = 5

/** QEMU's copy-on-write format (docs/interop/qcow2.txt of QEMU); all fields are big-endian. */
export const qcow2: Detector = {
  format: 'qcow2',
  matches: (header) => header.contains(0, 'QFI\xfb'),
  inspect(bytes) {
    const header = bytes.bigEndian()
    return {
      virtualSize: declaredSize(header.u64(24)),
      problems: [...versionProblems(header), ...backingProblems(header), ...featureProblems(header)],
    }
  },
}

function versionProblems(header: Header): FormatProblem[] {
  const version = header.u32(4)
  if (version === 2 || version === 3) return []
  return [{ rule: 'version', message: `the version at byte 4 is ${version}; only 2 and 3 are known` }]
}

function backingProblems(header: Header): FormatProblem[] {
  const offset = header.u64(8)
  if (offset === 0n) return []
  const length = Math.min(header.u32(16), 1023)
  const name = header.has(Number(offset), length) ? quoted(header.text(Number(offset), length)) : 'outside the header'
  return [{ rule: 'backing_file', message: `the backing file offset at byte 8 is ${offset} (${name}); it must be 0` }]
}

/** Incompatible features exist from version 3 on. */
function featureProblems(header: Header): FormatProblem[] {
  if (header.u32(4) < 3) return []
  const features = header.u64(72)
  const problems: FormatProblem[] = []
  if ((features >> BigInt(dataFileBit)) & 1n) {
    problems.push({
      rule: 'data_file',
      message: `bit ${dataFileBit} of the incompatible features at byte 72 says that the data lie in another file`,
    })
  }
  const unknown = features >> BigInt(knownIncompatibleBits)
  if (unknown !== 0n) {
    const found = (unknown << BigInt(knownIncompatibleBits)).toString(16)
    problems.push({ rule: 'unknown_features', message: `the incompatible features at byte 72 have unknown bits 0x${found}` })
  }
  return problems
}
