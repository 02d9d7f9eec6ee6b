'use client'

import { RotateCw } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { requestIdOf } from '@/lib/client/api'
import { patiently } from '@/lib/client/patiently'
import { problemReport } from '@/lib/client/problem-report'
import { isProblem, type Problem, type ProblemKind } from '@/lib/contract/problem'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { Notice } from './notice'
import { ServerWords } from './server-words'
import { WhyLink } from './why-link'

/** Loaded when something fails: it is nothing but words. */
export const ProblemAdvice = dynamic(patiently(() => import('./problem-advice').then((module) => module.ProblemAdvice)))

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

/** When an error came to be shown. */
function useSeenAt(error: Error): Date {
  const [seen, setSeen] = useState(() => ({ error, at: new Date() }))
  if (seen.error === error) return seen.at
  const now = new Date()
  setSeen({ error, at: now })
  return now
}

/** A failure of the API: what happened, the server's own words, what one can do and who can mend it, and all of it to copy. */
export function ProblemNotice({ error, onRetry, stale = false }: Props) {
  const t = useTranslations()
  const problem = isProblem(error) ? error : null
  const requestId = problem ? requestIdOf(problem) : undefined
  const title = problem ? t(`problem.${problemTitle(problem)}`) : t('problem.offline')
  const at = useSeenAt(error)
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
      <p>
        <ProblemAdvice problem={problem} />
      </p>
      {problem && (
        <p className="flex flex-wrap items-center gap-x-2 text-meta">
          <span>{t('problem.http', { status: String(problem.status) })}</span>
          {requestId && (
            <span>
              {t('problem.requestId')} <code className="font-mono">{requestId}</code>
            </span>
          )}
          <CopyButton
            text={() => problemReport(problem, { title, at, address: window.location.href })}
            what={t('problem.report')}
          />
        </p>
      )}
    </Notice>
  )
}
