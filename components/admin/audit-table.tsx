'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import { Moment } from '@/components/ui/moment'
import { ShownName } from '@/components/ui/shown-name'
import { StateBadge } from '@/components/ui/state-badge'
import type { AuditSearch } from '@/lib/client/audit'
import { diagnosticsHref } from '@/lib/client/own-path'
import type { AuditEntry } from '@/lib/contract/audit'
import { AuditSummary } from './audit-summary'
import { useOperationWords } from './use-operation-words'

interface Props {
  /** Undefined while they are loading. */
  entries: readonly AuditEntry[] | undefined
  dimmed: boolean
  order: Order<'time'>
  onOrder(order: Order<'time'>): void
  /** Narrows the log to what an entry says. */
  onSearch(changes: Partial<Pick<AuditSearch, 'user' | 'resource'>>): void
}

const linkClass = 'target-line block w-fit max-w-full text-left text-primary underline-offset-2 hover:underline'

/** Requests that changed something or were refused to. */
export function AuditTable({ entries, onSearch, ...table }: Props) {
  const t = useTranslations('adminAudit')
  const columns: readonly Column<AuditEntry, 'time'>[] = [
    {
      name: 'time',
      heading: t('time'),
      ...{ sort: 'time', first: 'desc' },
      className: 'hidden w-52 lg:table-cell',
      cell: ({ time }) => <Moment at={time} seconds />,
    },
    {
      name: 'who',
      heading: t('who'),
      className: 'hidden w-[14%] sm:table-cell',
      cell: (entry) => <Who entry={entry} onSearch={onSearch} />,
    },
    { name: 'what', heading: t('what'), cell: (entry) => <What entry={entry} onSearch={onSearch} /> },
    {
      name: 'outcome',
      heading: t('outcome'),
      className: 'w-32 sm:w-36',
      cell: (entry) => <Outcome entry={entry} />,
    },
    {
      name: 'request',
      heading: t('request'),
      className: 'hidden w-[22%] min-[1400px]:w-79 md:table-cell',
      cell: (entry) => <RequestOf entry={entry} />,
    },
  ]
  return <DataTable label={t('title')} columns={columns} rows={entries} keyOf={({ id }) => id} {...table} twoLines />
}

interface CellProps {
  entry: AuditEntry
  onSearch: Props['onSearch']
}

function Who({ entry: { user, project }, onSearch }: CellProps) {
  const t = useTranslations('adminAudit')
  return (
    <>
      {user && (
        <button
          type="button"
          className={linkClass}
          aria-label={t('onlyUser', { name: user.name || user.id })}
          onClick={() => onSearch({ user: user.id })}
        >
          <ShownName name={user.name || user.id} />
        </button>
      )}
      <p className="text-meta text-muted">{project ? <ShownName name={project.name || project.id} /> : t('noProject')}</p>
    </>
  )
}

function What({ entry, onSearch }: CellProps) {
  const t = useTranslations()
  const words = useOperationWords()
  const { operation, resource_id: resource, time, user } = entry
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <p className="font-medium">{words(operation) ?? operation}</p>
        <AuditSummary entry={entry} />
      </div>
      {resource && (
        <button
          type="button"
          className={`${linkClass} break-all font-mono text-meta`}
          aria-label={t('adminAudit.onlyResource', { id: resource })}
          onClick={() => onSearch({ resource })}
        >
          {resource}
        </button>
      )}
      <p className="text-meta text-muted lg:hidden">
        {user && (
          <span className="sm:hidden">
            <ShownName name={user.name || user.id} />
            {t('join.facts')}
          </span>
        )}
        <Moment at={time} seconds />
      </p>
      <div className="md:hidden">
        <RequestOf entry={entry} />
      </div>
    </>
  )
}

function Outcome({ entry: { status } }: { entry: AuditEntry }) {
  const t = useTranslations('adminAudit')
  const [tone, word] = status < 400 ? (['ok', 'done'] as const) : (['failed', status < 500 ? 'refused' : 'failed'] as const)
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <StateBadge tone={tone}>{t(word)}</StateBadge>
      <span className="text-meta text-muted tabular-nums">{status}</span>
    </div>
  )
}

function RequestOf({ entry: { request_id: id, status, address } }: { entry: AuditEntry }) {
  const t = useTranslations('adminAudit')
  return (
    <>
      {status < 400 ? (
        <code title={id} className="block break-all font-mono text-meta text-muted md:truncate">
          {id}
        </code>
      ) : (
        <Link
          href={diagnosticsHref({ request: id })}
          aria-label={t('why', { id })}
          title={id}
          className={`${linkClass} break-all font-mono text-meta md:truncate`}
        >
          {id}
        </Link>
      )}
      {address && <span className="block text-meta text-muted">{t('from', { address })}</span>}
    </>
  )
}
