import { declaredSize } from './header'
import type { Detector } from './inspection'

const differencing = 4

/**
 * Microsoft's VHD (qemu's `vpc`), dynamic: a copy of the footer stands at byte 0, big-endian. A fixed VHD has its footer
 * only at the very end of the file, so that its head is that of the disk inside; here, as in Glance, it is not recognised.
 */
export const vhd: Detector = {
  format: 'vhd',
  matches: (header) => header.contains(0, 'conectix'),
  inspect(bytes) {
    const header = bytes.bigEndian()
    const problems =
      header.u32(60) === differencing
        ? [{ rule: 'parent', message: `the disk type at byte 60 is ${differencing}, differencing: its data lie in another file` }]
        : []
    return { virtualSize: declaredSize(header.u64(48)), problems }
  },
}
