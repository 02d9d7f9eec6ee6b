'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { controlClass } from '@/components/form/field'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { QueryProblem } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { SkeletonLines } from '@/components/ui/skeleton'
import { SkeletonTable } from '@/components/ui/skeleton-table'
import { policyMatrixQuery, policySearch } from '@/lib/client/policy-matrix'
import { Permitted } from './permitted'
import { PolicyCellSheet } from './policy-cell-sheet'
import { PolicyFiles } from './policy-files'
import { PolicyTable } from './policy-table'
import { SimulateForm } from './simulate-form'

const columnsToCome = [
  { name: 'rule' },
  ...['admin', 'member', 'reader', 'service'].map((name) => ({ name, className: 'w-[15%] max-sm:hidden' })),
]

/** Who may do what, by the rules in force. */
export function PolicyPage() {
  const t = useTranslations('adminPolicy')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Permitted action="context_is_admin">
        <Matrix />
      </Permitted>
    </>
  )
}

function Matrix() {
  const t = useTranslations('adminPolicy')
  const { project } = useSignedIn()
  const [search, set] = useQueryStates(policySearch, { history: 'replace', scroll: false })
  const query = useQuery(policyMatrixQuery(project.id))
  const { data, error } = query
  const { action, role, target } = search
  const name = search.name.trim().toLowerCase()
  const rules = data?.rules.filter((rule) => rule.action.includes(name) && (!search.own || rule.source === 'file'))
  return (
    <div className="space-y-4">
      <QueryProblem query={query} />
      {!data && !error && (
        <LoadingBlock label={t('loading')} className="space-y-1">
          <SkeletonLines count={2} />
        </LoadingBlock>
      )}
      {data && <PolicyFiles matrix={data} />}
      <SimulateForm />
      {(data || !error) && (
        <>
          <search aria-label={t('filters')} className="flex flex-wrap items-center gap-3">
            <input
              type="search"
              aria-label={t('rule')}
              placeholder={t('rule')}
              value={search.name}
              onChange={(event) => void set({ name: event.target.value || null })}
              className={`${controlClass} sm:max-w-72`}
            />
            <Checkbox
              label={t('own')}
              checked={search.own}
              onChange={(event) => void set({ own: event.target.checked || null })}
            />
          </search>
          {!data && <SkeletonTable columns={columnsToCome} count={18} twoLines />}
          {rules?.length === 0 && (
            <p className="rounded-card border border-hairline bg-surface px-6 py-12 text-center text-muted">{t('none')}</p>
          )}
          {data && rules && rules.length > 0 && (
            <PolicyTable roles={data.roles} rules={rules} onOpen={(cell) => void set({ ...cell, target: null })} />
          )}
        </>
      )}
      {action !== null && role !== null && (
        <PolicyCellSheet
          cell={{ action, role, target }}
          onTarget={(chosen) => void set({ target: chosen })}
          onClose={() => void set({ action: null, role: null, target: null })}
        />
      )}
    </div>
  )
}
