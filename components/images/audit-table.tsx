'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { AuditSummary } from '@/components/admin/audit-summary'
import { useOperationWords } from '@/components/admin/use-operation-words'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { QueryProblem } from '@/components/ui/loaded'
import { Moment } from '@/components/ui/moment'
import { ShownName } from '@/components/ui/shown-name'
import { StateBadge } from '@/components/ui/state-badge'
import { imageAuditQuery } from '@/lib/client/image-activity'
import type { AuditEntry } from '@/lib/contract/audit'

/** Who did what to an image, or was refused to. */
export function AuditTable({ imageId }: { imageId: string }) {
  const t = useTranslations('activity')
  const { project } = useSignedIn()
  const query = useInfiniteQuery(imageAuditQuery(imageId, project.id))
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query
  const entries = data?.pages.flatMap((page) => page.entries)
  const columns = useColumns()
  return (
    <section aria-labelledby="requests">
      <h2 id="requests" className="mb-2 font-semibold text-section">
        {t('requests')}
      </h2>
      <QueryProblem query={query} />
      {entries?.length === 0 ? (
        <p className="rounded-card border border-hairline bg-surface px-4 py-3 text-muted text-table">{t('noRequests')}</p>
      ) : (
        (entries || !error) && (
          <DataTable label={t('requests')} columns={columns} rows={entries} keyOf={({ id }) => id} dimmed={error !== null} />
        )
      )}
      {hasNextPage && (
        <Button className="mt-3" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}

function useColumns(): Column<AuditEntry>[] {
  const t = useTranslations('activity')
  return [
    { name: 'what', heading: t('column.what'), cell: (entry) => <What entry={entry} /> },
    {
      name: 'who',
      heading: t('column.who'),
      className: 'hidden w-36 md:table-cell',
      cell: ({ user, project }) => (
        <>
          {user ? <ShownName name={user.name} /> : t('otherProject')}
          {project && (
            <span className="block text-meta text-muted">
              <ShownName name={project.name ?? project.id} />
            </span>
          )}
        </>
      ),
    },
    {
      name: 'when',
      heading: t('column.when'),
      className: 'hidden w-48 md:table-cell',
      cell: ({ time }) => <Moment at={time} />,
    },
  ]
}

function What({ entry }: { entry: AuditEntry }) {
  const t = useTranslations()
  const words = useOperationWords()
  const { operation, status, request_id, user, time } = entry
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{words(operation) ?? operation}</span>
        {status >= 400 && <StateBadge tone="failed">{t('activity.refused', { status: String(status) })}</StateBadge>}
      </span>
      <AuditSummary entry={entry} />
      <span className="block text-meta text-muted md:hidden">
        {user ? <ShownName name={user.name} /> : t('activity.otherProject')}
        {t('join.facts')}
        <Moment at={time} />
      </span>
      <span className="flex items-center gap-1 text-meta text-muted">
        <code className="break-all font-mono">{request_id}</code>
        <CopyButton text={request_id} what={t('activity.requestId')} />
      </span>
    </>
  )
}
