'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { requestIdOf } from '@/lib/client/api'
import { patiently } from '@/lib/client/patiently'
import { isProblem } from '@/lib/contract/problem'
import { problemTitle } from './problem-notice'
import { ServerWords } from './server-words'
import { WhyLink } from './why-link'

const ProblemAdvice = dynamic(patiently(() => import('./problem-advice').then((module) => module.ProblemAdvice)))

const shownMs = 15_000

/** Shows a failure where no place on the page belongs to it: what happened, the server's own words and the request id. */
export function useProblemToast() {
  const t = useTranslations()
  return (error: Error, action?: { label: string; onClick(): void }) => {
    const problem = isProblem(error) ? error : null
    const requestId = problem && requestIdOf(problem)
    toast.error(problem ? t(`problem.${problemTitle(problem)}`) : t('problem.offline'), {
      duration: shownMs,
      closeButton: true,
      ...(action && { action }),
      description: (
        <>
          <p>{problem ? <ServerWords sentence={problem.message} /> : t('problem.offlineText')}</p>
          <p className="mt-1">
            <ProblemAdvice problem={problem} />
          </p>
          {requestId && (
            <p className="mt-1 break-all text-meta">
              {t('problem.requestId')} <code className="font-mono">{requestId}</code>
            </p>
          )}
          {problem && (
            <p className="mt-2 empty:hidden">
              <WhyLink problem={problem} />
            </p>
          )}
        </>
      ),
    })
  }
}
