import { Problem } from '@/lib/contract/problem'
import type { Access } from './access'
import type { LogInService } from './log-in-service'
import type { UserService } from './user-service'

export interface PasswordChange {
  original: string
  password: string
  address: string
}

interface Parts {
  access: Access
  logIns: LogInService
  users: UserService
}

export type PasswordService = ReturnType<typeof createPasswordService>

/** Lets people change their own password. */
export function createPasswordService({ access, logIns, users }: Parts) {
  return {
    /** Needs no token, only the password so far; counts as a log-in. Ends every token of the user. */
    async change(userId: string, { original, password, address }: PasswordChange): Promise<void> {
      await logIns.assertPassword({ id: userId }, { password: original, address })
      if (!(await access.user(userId))) throw new Problem('unauthenticated', 'The account is disabled.')
      await users.setPassword(userId, password)
    },
  }
}
