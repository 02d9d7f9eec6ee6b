import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { builtIn } from '@/lib/contract/built-in-identity'

export type ServiceAccount = ReturnType<typeof createServiceAccount>

/**
 * The password by which this process asks its own identity about tokens: new at every start, kept in memory only. Nobody
 * can guess it, so its log-ins are neither counted nor refused.
 */
export function createServiceAccount() {
  const password = randomBytes(32).toString('base64url')
  const digest = createHash('sha256').update(password).digest()
  let userId: string | undefined

  return {
    credentials: {
      username: builtIn.serviceUser,
      password,
      projectName: builtIn.serviceProject,
      userDomain: { name: builtIn.domainName },
      projectDomain: { name: builtIn.domainName },
    },

    belongsTo(user: string) {
      userId = user
    },

    is: (user: string) => user === userId,

    owns(user: string, tried: string): boolean {
      return user === userId && timingSafeEqual(createHash('sha256').update(tried).digest(), digest)
    },
  }
}
