'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { QueryProblem } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { Skeleton } from '@/components/ui/skeleton'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { type Share, shareQueries } from '@/lib/client/sharing'
import { type MemberStatus, memberStatuses } from '@/lib/contract/member'
import { Invitation } from './invitation'
import { ShareCard } from './share-card'
import { useAnswer } from './use-answer'
import { useKnownProjects } from './use-project-names'

/** The inbox: what other projects share with this one, and what it makes of it. */
export function SharesPage() {
  const t = useTranslations('shares')
  const { project } = useSignedIn()
  const [{ status, image, project: invited }] = useQueryStates({
    status: parseAsStringLiteral(memberStatuses).withDefault('pending'),
    image: parseAsString,
    project: parseAsString,
  })
  const projectId = invited ?? project.id
  const offered = useQuery({
    ...shareQueries.one(image ?? '', project.id),
    enabled: image !== null && projectId === project.id,
  })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { project: project.name })} />
      {image !== null && <Invitation imageId={image} projectId={projectId} />}
      <Shares status={status} above={offered.data?.image.id} />
    </>
  )
}

interface SharesProps {
  status: MemberStatus
  /** The image of the offer that an invitation shows already. */
  above: string | undefined
}

function Shares({ status, above }: SharesProps) {
  const t = useTranslations()
  const { project } = useSignedIn()
  // Asked for beside the shares, so that their cards come with the names of their owners.
  useKnownProjects()
  const shares = useInfiniteQuery(shareQueries.list(status, project.id))
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = shares
  const list = useRef<HTMLElement>(null)
  const answer = useAnswer()
  const found = data?.pages.flatMap((page) => page.shares)
  const listed = found?.filter(({ image }) => image.id !== above)
  const answerTo = async (share: Share, wanted: MemberStatus) => {
    // The card leaves the list, and would take the focus along.
    if (await answer(share, wanted)) list.current?.focus({ preventScroll: true })
  }
  return (
    <>
      <StatusTabs status={status} counts={data?.pages.at(-1)?.counts} />
      <section ref={list} tabIndex={-1} aria-label={t(`shares.tab.${status}`)} className="space-y-3 outline-none">
        <QueryProblem query={shares} />
        {!data && !error && <Loading />}
        {found?.length === 0 && <Empty status={status} />}
        {found && listed && listed.length < found.length && <p className="text-muted text-table">{t('shares.above')}</p>}
        {listed?.map((share) => (
          <ShareCard key={share.image.id} share={share} onAnswer={(wanted) => answerTo(share, wanted)} />
        ))}
        {hasNextPage && (
          <Button disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('shares.more')}
          </Button>
        )}
      </section>
    </>
  )
}

function StatusTabs({ status, counts }: { status: MemberStatus; counts: Record<MemberStatus, number> | undefined }) {
  const t = useTranslations('shares')
  return (
    <nav aria-label={t('tabs')} className="-mx-4 mb-4 overflow-x-auto border-hairline border-b px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-4">
        {memberStatuses.map((tab) => (
          <li key={tab}>
            <Link
              href={tab === 'pending' ? '/shares' : `/shares?status=${tab}`}
              aria-current={tab === status ? 'page' : undefined}
              className="block whitespace-nowrap border-transparent border-b-2 px-1 py-2 text-muted text-table tabular-nums hover:text-ink aria-[current=page]:border-primary aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {counts ? (
                t('tabCount', { tab: t(`tab.${tab}`), count: counts[tab] })
              ) : (
                <>
                  {t(`tab.${tab}`)} <Skeleton inline className="h-2.5 w-4" />
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Empty({ status }: { status: MemberStatus }) {
  const t = useTranslations('shares')
  const { project } = useSignedIn()
  return (
    <div className="rounded-card border border-hairline bg-surface px-6 py-12 text-center">
      <p className="font-medium text-body">{t(`empty.${status}`)}</p>
      <p className="mx-auto mt-1 max-w-120 text-muted text-table">{t('emptyText')}</p>
      <p className="mt-3 flex flex-wrap items-center justify-center gap-1 text-table">
        <span className="text-muted">{t('projectId')}</span>
        <span className="flex min-w-0 items-center gap-1">
          <code className="min-w-0 break-all font-mono text-meta">{project.id}</code>
          <CopyButton text={project.id} what={t('projectId')} />
        </span>
      </p>
    </div>
  )
}

function Loading() {
  const t = useTranslations('shares')
  return (
    <LoadingBlock label={t('loading')} className="space-y-3">
      {['a', 'b'].map((card) => (
        <SkeletonCard key={card} lines={5} className="min-h-55">
          <Skeleton className="mt-4 h-8 w-56" />
        </SkeletonCard>
      ))}
    </LoadingBlock>
  )
}
