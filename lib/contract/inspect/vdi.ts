import { declaredSize } from './header'
import type { Detector } from './inspection'

const differencing = 4

/** VirtualBox's disk image; the signature follows 64 bytes of text, the size of the disk stands at byte 368. */
export const vdi: Detector = {
  format: 'vdi',
  matches: (header) => header.contains(64, '\x7f\x10\xda\xbe'),
  inspect(header) {
    const problems =
      header.u32(76) === differencing
        ? [
            {
              rule: 'parent',
              message: `the image type at byte 76 is ${differencing}, differencing: its data lie in another file`,
            },
          ]
        : []
    return { virtualSize: declaredSize(header.u64(368)), problems }
  },
}
