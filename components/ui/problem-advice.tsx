'use client'

import { useTranslations } from 'use-intl'
import type { Problem, ProblemKind } from '@/lib/contract/problem'

type Advice = 'offline' | 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'tooLarge' | 'tooManyRequests' | Rest
type Rest = 'changed' | 'refused' | 'internal' | 'between' | 'unavailable'

const advices: Partial<Record<ProblemKind, Advice>> = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  notFound: 'notFound',
  gone: 'notFound',
  conflict: 'conflict',
  preconditionFailed: 'changed',
  tooLarge: 'tooLarge',
  tooManyRequests: 'tooManyRequests',
  storeUnavailable: 'unavailable',
  identityUnavailable: 'unavailable',
  badGateway: 'between',
  gatewayTimeout: 'between',
}

function adviceOn({ kind, status }: Problem): Advice {
  return advices[kind] ?? (status < 500 ? 'refused' : 'internal')
}

/** What one can do about a failure, and who can mend it; null stands for no answer at all. */
export function ProblemAdvice({ problem }: { problem: Problem | null }) {
  const t = useTranslations('problem.advice')
  return t(problem ? adviceOn(problem) : 'offline')
}
