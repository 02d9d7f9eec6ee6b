'use client'

import { RotateCw } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import { patiently } from '@/lib/client/patiently'
import { isProblem, type Problem, type ProblemKind } from '@/lib/contract/problem'
import { Button } from './button'
import { Notice } from './notice'
import { ServerWords } from './server-words'
import { WhyLink } from './why-link'

const ProblemDetails = dynamic(patiently(() => import('./problem-details').then((module) => module.ProblemDetails)))

type TitleKey =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'storeUnavailable'
  | 'internal'
  | 'badRequest'
  | 'title'

const titles: Partial<Record<ProblemKind, TitleKey>> = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  notFound: 'notFound',
  conflict: 'conflict',
  tooLarge: 'tooLarge',
  storeUnavailable: 'storeUnavailable',
  identityUnavailable: 'storeUnavailable',
  badGateway: 'storeUnavailable',
  gatewayTimeout: 'storeUnavailable',
  internal: 'internal',
  badRequest: 'badRequest',
}

/** The message, below `problem`, that says in general what happened. */
export function problemTitle({ kind }: Problem): TitleKey {
  return titles[kind] ?? 'title'
}

interface Props {
  error: Error
  onRetry?: () => void
  /** Old data are still shown under the notice. */
  stale?: boolean
}

/** A failure of the API: what happened, the server's own words, what one can do and who can mend it, and all of it to copy. */
export function ProblemNotice({ error, onRetry, stale = false }: Props) {
  const t = useTranslations()
  const problem = isProblem(error) ? error : null
  const title = problem ? t(`problem.${problemTitle(problem)}`) : t('problem.offline')
  return (
    <Notice
      tone="failed"
      role="alert"
      title={title}
      actions={
        (onRetry || problem) && (
          <>
            {onRetry && (
              <Button size="small" onClick={onRetry}>
                <RotateCw size={14} aria-hidden />
                {t('action.retry')}
              </Button>
            )}
            {problem && <WhyLink problem={problem} />}
          </>
        )
      }
    >
      <p>{problem ? <ServerWords sentence={problem.message} /> : t('problem.offlineText')}</p>
      {stale && <p>{t('problem.stale')}</p>}
      <ProblemDetails problem={problem} title={title} />
    </Notice>
  )
}
