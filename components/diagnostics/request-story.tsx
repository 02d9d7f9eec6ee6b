'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Moment } from '@/components/ui/moment'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ServerWords } from '@/components/ui/server-words'
import { SkeletonLines } from '@/components/ui/skeleton'
import { useLanguage } from '@/components/ui/use-language'
import { oneRefusal } from '@/lib/client/refusals'
import type { RefusedRequest } from '@/lib/contract/refused-request'
import { useRefusalWords } from './use-refusal-words'

/** What happened to one request, by its id. */
export function RequestStory({ requestId }: { requestId: string }) {
  const t = useTranslations('diagnostics.story')
  const { project } = useSignedIn()
  const { data: refusal, error, refetch } = useQuery(oneRefusal(requestId, project.id))
  return (
    <section aria-labelledby="story" className="rounded-card border border-hairline bg-surface">
      <h2 id="story" className="border-hairline border-b px-4 py-3 font-semibold text-body">
        {t('title')} <code className="break-all font-mono font-normal text-meta text-muted">{requestId}</code>
      </h2>
      <div className="px-4 py-3">
        {error && <ProblemNotice error={error} onRetry={refetch} />}
        {refusal && <Story refusal={refusal} />}
        {refusal === null && (
          <Notice tone="neutral" title={t('unknownTitle')}>
            <p>{t('unknownText')}</p>
          </Notice>
        )}
        {refusal === undefined && !error && <SkeletonLines count={2} />}
      </div>
    </section>
  )
}

/** In place of the story, for somebody whom nobody knows. */
export function SignInForStory() {
  const t = useTranslations('diagnostics.story')
  return (
    <Notice tone="neutral" title={t('signInTitle')}>
      <p>{t('signInText')}</p>
    </Notice>
  )
}

function Story({ refusal }: { refusal: RefusedRequest }) {
  const t = useTranslations('diagnostics')
  const why = useRefusalWords()(refusal)
  const { method, path, status, time, user, project, message, decision, reason } = refusal
  const inProject = project?.name ?? project?.id ?? t('refusals.noProject')
  const from = user && t('story.who', { user: user.name, project: inProject })
  const known = [t('story.what', { method, path, status: String(status) }), from ?? (reason && t('story.nobody'))].filter(Boolean)
  const gap = useLanguage() === 'zh' ? '' : ' '
  return (
    <div className="space-y-2 text-body">
      <p className="text-meta text-muted">
        <Moment at={time} />
      </p>
      <p className="wrap-anywhere">
        {known.join(gap)}
        {why !== null && (
          <>
            {gap}
            <strong className="font-medium">{why}</strong>
          </>
        )}
      </p>
      <dl className="space-y-1 text-table">
        {decision && (
          <Row label={t('story.rule')}>
            <code className="wrap-anywhere font-mono text-meta">{decision.rule || '""'}</code>
          </Row>
        )}
        <Row label={t('story.told')}>
          <span className={why === null ? 'font-medium' : undefined}>
            <ServerWords sentence={message} />
          </span>
        </Row>
        {status === 404 && (
          <Row label={t('story.next')}>
            {path.startsWith('/v2/images/') && reason !== 'notThere'
              ? t('story.findImage', { project: inProject })
              : t('story.find')}
          </Row>
        )}
      </dl>
    </div>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 sm:flex-nowrap">
      <dt className="w-full shrink-0 text-muted sm:w-36">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
