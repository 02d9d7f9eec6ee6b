import { declaredSize } from './header'
import type { Detector } from './inspection'

/** The first volume descriptor follows a system area of 16 sectors. */
const firstDescriptor = 16 * 2048
const primaryType = 1
const identifiers = ['CD001', 'BEA01', 'NSR02', 'NSR03']

/** A CD or DVD image: ISO 9660, or UDF alone. The size is that of the volume, without padding behind it. */
export const iso: Detector = {
  format: 'iso',
  matches: (header) => identifiers.some((identifier) => header.contains(firstDescriptor + 1, identifier)),
  inspect(header) {
    const primary = header.contains(firstDescriptor + 1, 'CD001') && header.u8(firstDescriptor) === primaryType
    if (!primary) return { virtualSize: null, problems: [] }
    const blocks = BigInt(header.u32(firstDescriptor + 80))
    return { virtualSize: declaredSize(blocks * BigInt(header.u16(firstDescriptor + 128))), problems: [] }
  },
}
