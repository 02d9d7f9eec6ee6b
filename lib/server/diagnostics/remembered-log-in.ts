import { type AccountLogIn, logInAccount } from './account-log-in'
import type { LogInAccount } from './facts'

interface Remembered {
  found: AccountLogIn
  until: number
}

const rememberedMs = { loggedIn: 10_000, refused: 60_000, incomplete: 10_000, unanswered: 5000 } as const

/**
 * The log-in of the last runs, so that they show a wrong password to Keystone no more often than the service itself does, and
 * not at all while Keystone goes on refusing the service.
 */
export function rememberedLogIn(stillRefused: () => boolean): LogInAccount {
  let last: Remembered | undefined
  let running: Promise<AccountLogIn> | undefined

  async function find(...[asking, account]: Parameters<LogInAccount>): Promise<AccountLogIn> {
    const found = await logInAccount(asking, account)
    last = { found, until: Date.now() + rememberedMs[found.outcome] }
    return found
  }

  return async (asking, account) => {
    if (last && (last.until > Date.now() || (last.found.outcome === 'refused' && stillRefused())))
      return known(last.found, asking)
    running ??= find(asking, account).finally(() => {
      running = undefined
    })
    return known(await running, asking)
  }
}

/** What one run may not show, another may not either. */
function known(found: AccountLogIn, { secrets }: Parameters<LogInAccount>[0]): AccountLogIn {
  if (found.outcome === 'loggedIn') secrets.add(found.token)
  return found
}
