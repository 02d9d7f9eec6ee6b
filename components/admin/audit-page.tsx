'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { QueryProblem } from '@/components/ui/loaded'
import { MarkerPager } from '@/components/ui/marker-pager'
import { type AuditSearch, auditQuery, auditSearch, filterCount } from '@/lib/client/audit'
import { AuditExport } from './audit-export'
import { AuditFilters } from './audit-filters'
import { AuditTable } from './audit-table'
import { Permitted } from './permitted'
import { useMarkerPages } from './use-marker-pages'

/** Who changed what, by which request. */
export function AuditPage() {
  const t = useTranslations('adminAudit')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Permitted action="context_is_admin">
        <Audit />
      </Permitted>
    </>
  )
}

function Audit() {
  const t = useTranslations('adminAudit')
  const { project } = useSignedIn()
  const [search, set] = useQueryStates(auditSearch, { history: 'push', scroll: false })
  const query = useQuery(auditQuery(search, project.id))
  const { data, error, isPlaceholderData } = query
  const pages = useMarkerPages({ error, after: search.after, set })
  const change = (changes: Partial<{ [K in keyof AuditSearch]: AuditSearch[K] | null }>) => void set({ after: null, ...changes })
  const empty = data?.entries.length === 0 && search.after.length === 0
  return (
    <>
      <AuditFilters search={search} onChange={change} onClear={() => void set(null)} />
      <QueryProblem query={query} />
      {empty && <Empty filtered={filterCount(search) > 0} onClear={() => void set(null)} />}
      {!empty && (data || !error) && (
        <AuditTable
          entries={data?.entries}
          dimmed={isPlaceholderData || error !== null}
          order={{ sort: 'time', dir: search.dir }}
          onOrder={({ dir }) => change({ dir })}
          onSearch={change}
        />
      )}
      {data && !empty && (
        <>
          <MarkerPager
            {...pages}
            next={data.next && data.entries.at(-1)?.id}
            count={t('count', { count: data.entries.length })}
          />
          <AuditExport search={search} />
        </>
      )}
    </>
  )
}

function Empty({ filtered, onClear }: { filtered: boolean; onClear(): void }) {
  const t = useTranslations()
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-hairline bg-surface px-6 py-12 text-center">
      <p className="text-muted">{t(filtered ? 'adminAudit.noneFound' : 'adminAudit.none')}</p>
      {filtered && <Button onClick={onClear}>{t('action.clear')}</Button>}
    </div>
  )
}
