'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { DiagnoseLink } from '@/components/layout/diagnose-link'
import { requestIdOf } from '@/lib/client/api'
import { diagnosticsHref } from '@/lib/client/own-path'
import type { Problem, ProblemKind } from '@/lib/contract/problem'
import { buttonClass } from './button'

/** What the server can say more of by the request's id. */
const remembered: readonly ProblemKind[] = ['unauthenticated', 'forbidden', 'notFound', 'tooLarge', 'identityUnavailable']

/** The way to what happened to the request that failed; to the checks where the fault is the server's and it keeps no word of it. */
export function WhyLink({ problem }: { problem: Problem }) {
  const t = useTranslations('why')
  const request = requestIdOf(problem)
  if (!request || !remembered.includes(problem.kind))
    return problem.status >= 500 ? <DiagnoseLink size="small" request={request} /> : null
  return (
    <Link href={diagnosticsHref({ request })} aria-label={t('shortLabel')} className={buttonClass({ size: 'small' })}>
      {t('short')}
    </Link>
  )
}
