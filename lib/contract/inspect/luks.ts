import type { Detector } from './inspection'

/** An encrypted disk (LUKS1 on-disk format); big-endian, the payload starts at the sector that byte 104 names. */
export const luks: Detector = {
  format: 'luks',
  matches: (header) => header.contains(0, 'LUKS\xba\xbe'),
  inspect(bytes, { size }) {
    const header = bytes.bigEndian()
    const version = header.u16(6)
    if (version !== 1) {
      return {
        virtualSize: null,
        problems: [{ rule: 'version', message: `the LUKS version at byte 6 is ${version}; only 1 is accepted` }],
      }
    }
    const payload = header.u32(104) * 512
    return { virtualSize: size === null || size < payload ? null : size - payload, problems: [] }
  },
}
