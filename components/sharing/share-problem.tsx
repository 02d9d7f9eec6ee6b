'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ServerWords } from '@/components/ui/server-words'
import { requestIdOf } from '@/lib/client/api'
import { HalfShared } from '@/lib/client/sharing'
import { isProblem } from '@/lib/contract/problem'

/** Why an image could not be shared, and what has become of it. */
export function ShareProblem({ error }: { error: Error }) {
  const t = useTranslations('sharing.problem')
  const half = error instanceof HalfShared ? error : null
  return (
    <div className="space-y-3">
      <Reason error={half ? half.reason : error} />
      {half && (
        <Notice tone={half.undone ? 'neutral' : 'attention'} title={t(half.undone ? 'undone' : 'stillShared')}>
          <p>{t(half.undone ? 'undoneText' : 'stillSharedText')}</p>
        </Notice>
      )}
    </div>
  )
}

function Reason({ error }: { error: Error }) {
  const t = useTranslations()
  const worded = isProblem(error) && (error.kind === 'conflict' || error.kind === 'tooLarge') ? error : null
  if (!worded) return <ProblemNotice error={error} />
  const kind = worded.kind === 'conflict' ? 'already' : 'quota'
  return (
    <Notice tone="failed" role="alert" title={t(`sharing.problem.${kind}`)}>
      <p>{t(`sharing.problem.${kind}Text`)}</p>
      <p className="text-meta">
        <ServerWords sentence={worded.message} />
      </p>
      <p className="break-all text-meta">
        {t('problem.requestId')} <code className="font-mono">{requestIdOf(worded)}</code>
      </p>
    </Notice>
  )
}
