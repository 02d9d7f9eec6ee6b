import type { Services } from '../services'
import { causeTable } from './cause-table'

/** Says in the log at start why tokens cannot be checked, and what mends it. Without a word where all is well; never throws. */
export async function warnAtStart({ diagnostics, log }: Pick<Services, 'diagnostics' | 'log'>): Promise<void> {
  try {
    const found = await diagnostics.ownFault()
    if (!found) return
    const { cause, fix } = found
    const mend = fix ? ` ${fix.text} ${fix.lines.join(' | ')}` : ''
    log.warn({ cause }, `${causeTable[cause].says}${mend}`.trim())
  } catch (err) {
    log.warn({ err }, 'whether tokens can be checked could not be looked at')
  }
}
