import type { Cause } from '@/lib/contract/diagnostics'
import type { Cloud } from './cloud'

/** Options of a configuration, by section and name. */
export type ServiceSettings = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>

/** Whoever runs `vitrine doctor`: the `OS_*` variables, and more words of the command. */
export interface Asker {
  env: Readonly<Record<string, string>>
  args?: readonly string[]
}

/** One cause, made for real. */
export interface CauseCase {
  /** What doctor must name; null where nothing is wrong. */
  cause: Cause | null
  /** How it is made, for the documentation too. */
  made: string
  /** What the configuration of the Image service says otherwise than a good one. */
  service?(cloud: Cloud): Promise<ServiceSettings>
  /** Makes the cause while that service runs, and answers who asks; a member of the project demo unless given. */
  asker?(cloud: Cloud): Promise<Asker>
}
