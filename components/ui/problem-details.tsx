'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { requestIdOf } from '@/lib/client/api'
import { problemReport } from '@/lib/client/problem-report'
import type { Problem } from '@/lib/contract/problem'
import { Button } from './button'
import { ProblemAdvice } from './problem-advice'
import { useCopied } from './use-copied'

interface Props {
  /** Null stands for no answer at all. */
  problem: Problem | null
  /** What happened, in the words of the page. */
  title: string
}

/** What one can do about a failure and who can mend it, its status and request id, and all of it to copy. */
export function ProblemDetails({ problem, title }: Props) {
  return (
    <>
      <p>
        <ProblemAdvice problem={problem} />
      </p>
      {problem && <Facts problem={problem} title={title} />}
    </>
  )
}

function Facts({ problem, title }: { problem: Problem; title: string }) {
  const t = useTranslations('problem')
  const at = useSeenAt(problem)
  const requestId = requestIdOf(problem)
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-meta">
      <span>{t('http', { status: String(problem.status) })}</span>
      {requestId && (
        <span>
          {t('requestId')} <code className="font-mono">{requestId}</code>
        </span>
      )}
      <CopyReport text={() => problemReport(problem, { title, at, address: window.location.href })} />
    </p>
  )
}

function CopyReport({ text }: { text: () => string }) {
  const t = useTranslations()
  const { copied, copy } = useCopied(text)
  return (
    <Button size="small" onClick={copy}>
      {copied ? <Check size={14} aria-hidden className="text-ok" /> : <Copy size={14} aria-hidden />}
      {t(copied ? 'action.copied' : 'problem.copyReport')}
    </Button>
  )
}

/** When a failure came to be shown. */
function useSeenAt(problem: Problem): Date {
  const [seen, setSeen] = useState(() => ({ problem, at: new Date() }))
  if (seen.problem === problem) return seen.at
  const now = new Date()
  setSeen({ problem, at: now })
  return now
}
