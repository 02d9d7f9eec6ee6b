import type { Header } from '../header'
import type { DetectedFormat } from '../inspection'
import { iso } from '../iso'
import { qcow2End } from './qcow2-end'
import { vhdEnd } from './vhd-end'
import { vhdxEnd } from './vhdx-end'
import { vmdkEnd } from './vmdk-end'

/** How long a file must be at least, in bytes, as far as its head tells; `tail` are its last bytes. */
export type DiskEnd = (header: Header, tail: Uint8Array) => number

const sectorBytes = 512

/** Where programs may leave out the padding of the last block, only its start has to be there. */
export const diskEnds: Partial<Record<DetectedFormat, DiskEnd>> = {
  qcow2: qcow2End,
  vmdk: vmdkEnd,
  vhd: vhdEnd,
  vhdx: vhdxEnd,
  vdi(header) {
    const [blockBytes, allocated] = [header.u32(376), header.u32(388)]
    return header.u32(344) + allocated * blockBytes
  },
  iso: (header) => iso.inspect(header, { size: null }).virtualSize ?? 0,
  // The copy of the partition table stands in the disk's last sector.
  gpt: (header) => (header.contains(sectorBytes, 'EFI PART') ? (Number(header.u64(sectorBytes + 32)) + 1) * sectorBytes : 0),
  luks: (header) => header.bigEndian().u32(104) * sectorBytes,
}
