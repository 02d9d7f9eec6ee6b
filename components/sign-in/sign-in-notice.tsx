'use client'

import { useTranslations } from 'use-intl'
import { DiagnoseLink } from '@/components/layout/diagnose-link'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import type { FailedSignIn } from '@/lib/client/sign-in'

/** For whom the request id is of use: the operator, who finds the cause in the log. */
const operators: ReadonlySet<FailedSignIn['reason']> = new Set(['identityUnavailable', 'badAnswer', 'webSsoRefused'])

/** What the person has only to fill in anew. */
const simple: ReadonlySet<FailedSignIn['reason']> = new Set(['required', 'differ', 'passwordRefused', 'wrongPasscode'])

interface Props {
  failure: FailedSignIn
  /** Whether to offer the diagnostics, which lead away from the page. */
  diagnosable: boolean
}

/** Why a sign-in has not succeeded, and what to do. */
export function SignInNotice({ failure: { reason, detail, requestId }, diagnosable }: Props) {
  const t = useTranslations()
  return (
    <Notice
      tone="failed"
      role="alert"
      title={t(`signIn.${reason}`)}
      actions={diagnosable && !simple.has(reason) && <DiagnoseLink size="small" signIn={reason} />}
    >
      {(detail || (requestId && operators.has(reason))) && (
        <>
          {detail && <p lang="en">{detail}</p>}
          {requestId && operators.has(reason) && (
            <p className="flex items-center gap-x-2 text-meta">
              <span className="min-w-0 break-all">
                {t('problem.requestId')} <code className="font-mono">{requestId}</code>
              </span>
              <CopyButton text={requestId} what={t('problem.requestId')} />
            </p>
          )}
        </>
      )}
    </Notice>
  )
}
