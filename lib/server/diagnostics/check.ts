import type { Finding } from './finding'
import type { Subject } from './subject'

/** One thing that is looked at. */
export interface Check {
  name: string
  /** Whose matter it is: what the service's own checks find is told in full to administrators only. */
  about: 'caller' | 'service'
  /** Throws Skipped where something that it needs is not there. */
  run(subject: Subject): Promise<Finding>
}
