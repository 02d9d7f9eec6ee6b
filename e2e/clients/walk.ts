import type { ClientProgram } from './client-program'
import type { Steps } from './steps'

/** What a walk of steps is given. */
export interface Walk {
  glance: ClientProgram
  openstack: ClientProgram
  steps: Steps
  /** `bytes`: only creation, download and deletion, with all that is known of the data. */
  depth: 'all' | 'bytes'
  /** Where downloads go. */
  folder: string
  /** The folder of the clients’ programs. */
  programs: string
}
