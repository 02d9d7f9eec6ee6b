import { declaredSize } from './header'
import type { Detector } from './inspection'

/** QEMU's abandoned enhanced disk; recognised so that it can be refused. */
export const qed: Detector = {
  format: 'qed',
  matches: (header) => header.contains(0, 'QED\0'),
  inspect: (header) => ({
    virtualSize: declaredSize(header.u64(48)),
    problems: [{ rule: 'banned', message: 'the magic at byte 0 is that of QED, a format that is never accepted' }],
  }),
}
