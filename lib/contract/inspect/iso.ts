import { declaredSize } from './header'
import type { Detector } from './inspection'

/** The first volume descriptor follows a system area of 16 sectors. */
const DESCRIPTOR = 16 * 2048
const PRIMARY = 1
const identifiers = ['CD001', 'BEA01', 'NSR02', 'NSR03']

/** A CD or DVD image: ISO 9660, or UDF alone. The size is that of the volume, without padding behind it. */
export const iso: Detector = {
  format: 'iso',
  matches: (header) => identifiers.some((identifier) => header.contains(DESCRIPTOR + 1, identifier)),
  inspect(header) {
    const primary = header.contains(DESCRIPTOR + 1, 'CD001') && header.u8(DESCRIPTOR) === PRIMARY
    if (!primary) return { virtualSize: null, problems: [] }
    const blocks = BigInt(header.u32(DESCRIPTOR + 80))
    return { virtualSize: declaredSize(blocks * BigInt(header.u16(DESCRIPTOR + 128))), problems: [] }
  },
}
