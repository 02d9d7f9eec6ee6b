import { Problem } from '@/lib/contract/problem'
import { type Caller, createCaller, found } from './caller'
import type { TokenFacts, TokenService } from './token-service'

export type SubjectService = ReturnType<typeof createSubjectService>

/** Questions about one token by the bearer of another. Throws `notFound` for a token that is not in force. */
export function createSubjectService(tokens: TokenService) {
  async function look(caller: Caller, subject: string | null, trusted: readonly string[]): Promise<TokenFacts> {
    if (!subject) throw new Problem('badRequest', 'X-Subject-Token is missing: it has the token that is asked about.')
    const facts = found((await tokens.read(subject.trim())) ?? undefined, 'token', '(the one in X-Subject-Token)')
    const own = facts.user.id === caller.user.id
    if (!own && !caller.roles.some(({ name }) => trusted.includes(name.toLowerCase())))
      throw new Problem('forbidden', 'Another user’s token is shown to services and administrators only.')
    return facts
  }

  return {
    /** Who calls with a token; null when it is not in force. */
    async callerOf(token: string): Promise<Caller | null> {
      const facts = await tokens.read(token)
      return facts && createCaller(token, facts)
    },

    show: (caller: Caller, subject: string | null) => look(caller, subject, ['admin', 'service']),

    check: (caller: Caller, subject: string | null) => look(caller, subject, ['admin']),

    async revoke(caller: Caller, subject: string | null): Promise<void> {
      await look(caller, subject, ['admin'])
      await tokens.revoke((subject ?? '').trim())
    },
  }
}
