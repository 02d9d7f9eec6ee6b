import { z } from 'zod'
import type { Identity } from '../context'
import { accessRule } from './access-rules'

/** What is remembered of accepted tokens. It may forget anything at any time, and never throws. */
export interface TokenCache {
  find(token: string): Promise<Identity | null>
  remember(token: string, identity: Identity): void
  /** Drops one token, or all that this process could find. */
  forget(token?: string): Promise<void>
  stop(): void
}

/** An identity as a cache outside this process keeps it. */
export const rememberedIdentity = z.object({
  userId: z.string(),
  userName: z.string(),
  userDomainId: z.string(),
  scope: z.enum(['project', 'domain', 'system', 'none']),
  projectId: z.string().nullable(),
  projectName: z.string().nullable(),
  projectDomainId: z.string().nullable(),
  domainId: z.string().optional(),
  roles: z.array(z.string()),
  expiresAt: z.coerce.date(),
  accessRules: z.array(accessRule).optional(),
}) satisfies z.ZodType<Identity>
