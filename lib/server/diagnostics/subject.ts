import type { Asking } from './asking'
import type { Facts } from './facts'

/** What a check is given: the run, and what several checks want to know. */
export interface Subject extends Asking {
  facts: Facts
}
