'use client'

import { useQuery } from '@tanstack/react-query'
import { FileUp, Plus, SearchX } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useGoneMarker } from '@/components/layout/use-gone-marker'
import { Button } from '@/components/ui/button'
import { QueryProblem } from '@/components/ui/loaded'
import { MarkerPager } from '@/components/ui/marker-pager'
import { RefusableButton } from '@/components/ui/refusable-button'
import { useLanguage } from '@/components/ui/use-language'
import { isFilteredNamespaces } from '@/lib/client/metadefs/namespace-search'
import { metadefQueries } from '@/lib/client/metadefs/namespaces'
import { patiently } from '@/lib/client/patiently'
import { NamespaceFilters } from './namespace-filters'
import { NamespaceSheet } from './namespace-sheet'
import { NamespaceTable } from './namespace-table'
import { useMetadefRefusal } from './use-metadef-refusal'
import { useNamespaceSearch } from './use-namespace-search'

// It brings along what checks definitions, which nobody else on the page needs.
const ImportSheet = dynamic(patiently(() => import('./import-sheet').then(({ ImportSheet: sheet }) => sheet)))

/** The namespaces of metadata definitions. */
export function NamespacesPage() {
  const t = useTranslations('metadefs')
  const { project } = useSignedIn()
  const locale = useLanguage()
  const { search, change } = useNamespaceSearch()
  const query = useQuery(metadefQueries.list(search, project.id, locale))
  const { data, error, isPlaceholderData } = query
  const { after } = search
  useGoneMarker({ error, after, onBack: () => change({ after: after.slice(0, -1) }, 'replace') })
  const empty = data !== undefined && data.namespaces.length === 0 && search.after.length === 0
  return (
    <>
      <Head />
      <NamespaceFilters />
      <QueryProblem query={query} />
      {empty && <Empty />}
      {!empty && (data || !error) && (
        <NamespaceTable
          namespaces={data?.namespaces}
          dimmed={isPlaceholderData || error !== null}
          order={search}
          onOrder={change}
        />
      )}
      {data && !empty && (
        <MarkerPager
          after={search.after}
          next={data.more ? data.namespaces.at(-1)?.namespace : undefined}
          count={t('count', { count: data.namespaces.length })}
          onChange={(after) => change({ after })}
        />
      )}
    </>
  )
}

function Head() {
  const t = useTranslations('metadefs')
  const refusal = useMetadefRefusal('add_metadef_namespace')
  const [open, setOpen] = useState<'create' | 'import' | null>(null)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <RefusableButton refusal={refusal} onClick={() => setOpen('import')}>
              <FileUp size={16} aria-hidden />
              {t('import.open')}
            </RefusableButton>
            <RefusableButton refusal={refusal} variant="primary" onClick={() => setOpen('create')}>
              <Plus size={16} aria-hidden />
              {t('create')}
            </RefusableButton>
          </>
        }
      />
      {open === 'create' && <NamespaceSheet onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportSheet onClose={() => setOpen(null)} />}
    </>
  )
}

function Empty() {
  const t = useTranslations()
  const { search, change } = useNamespaceSearch()
  const filtered = isFilteredNamespaces(search)
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-hairline bg-surface px-6 py-16 text-center">
      <SearchX size={24} aria-hidden className="text-muted" />
      <h2 className="font-semibold text-section">{t(filtered ? 'metadefs.noMatch' : 'metadefs.empty')}</h2>
      <p className="max-w-120 text-muted text-table">{t(filtered ? 'metadefs.noMatchText' : 'metadefs.emptyText')}</p>
      {filtered && (
        <Button className="mt-3" onClick={() => change({ name: null, visibility: null, type: null })}>
          {t('action.clear')}
        </Button>
      )}
    </div>
  )
}
