'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import Link from 'next/link'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { tabInSight } from '@/components/layout/tab-in-sight'
import { Command } from '@/components/ui/command'
import type { Order } from '@/components/ui/data-table'
import { Loaded } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { SkeletonTable } from '@/components/ui/skeleton-table'
import { type Directory, directoryQuery, type IdentitySortKey, identitySortKeys } from '@/lib/client/identity'
import { sortDirection } from '@/lib/client/sort-direction'
import { IdentityAssignments } from './identity-assignments'
import { IdentityThings } from './identity-things'
import { Permitted } from './permitted'

const tabs = ['users', 'projects', 'domains', 'assignments'] as const

/** Users, projects, domains and roles of the identity that is a part of this server. */
export function IdentityPage() {
  const t = useTranslations('adminIdentity')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Permitted action="context_is_admin">
        <Identity />
      </Permitted>
    </>
  )
}

function Identity() {
  const { project } = useSignedIn()
  const query = useQuery(directoryQuery(project.id))
  return (
    <Loaded query={query} loading={<Loading />}>
      {(directory) => (directory ? <Tabs directory={directory} /> : <KeystoneElsewhere />)}
    </Loaded>
  )
}

function Loading() {
  const t = useTranslations('adminIdentity')
  return (
    <LoadingBlock label={t('loading')}>
      <div className="flex h-10 items-center gap-5 border-hairline border-b">
        {tabs.map((tab) => (
          <Skeleton key={tab} className="h-3 w-20" />
        ))}
      </div>
      <Skeleton className="my-3 h-8 w-72 max-w-full" />
      <SkeletonTable columns={[{ name: 'name' }, { name: 'state' }, { name: 'domain', className: 'max-sm:hidden' }]} />
    </LoadingBlock>
  )
}

function KeystoneElsewhere() {
  const t = useTranslations('adminIdentity')
  return (
    <Notice tone="neutral" title={t('elsewhere')}>
      <p>{t('elsewhereText')}</p>
      <Command text="openstack user list" what={t('command')} />
    </Notice>
  )
}

function Tabs({ directory }: { directory: Directory }) {
  const t = useTranslations('adminIdentity')
  const [search, set] = useQueryStates({
    tab: parseAsStringLiteral(tabs).withDefault('users'),
    name: parseAsString.withDefault(''),
    sort: parseAsStringLiteral(identitySortKeys),
    dir: sortDirection.withDefault('asc'),
  })
  const { tab, name, dir } = search
  const sorting = {
    order: { sort: search.sort ?? (tab === 'assignments' ? 'user' : 'name'), dir },
    onOrder: (order: Order<IdentitySortKey>) => void set(order),
  } as const
  const filter = (
    <input
      type="search"
      aria-label={t('filter')}
      placeholder={t('filter')}
      value={name}
      onChange={(event) => void set({ name: event.target.value || null })}
      className={clsx(controlClass, 'sm:max-w-72')}
    />
  )
  return (
    <>
      <nav aria-label={t('tabs')} className="-mx-4 mb-4 overflow-x-auto border-hairline border-b px-4 sm:mx-0 sm:px-0">
        <ul className="flex gap-4">
          {tabs.map((each) => (
            <li key={each}>
              <Link
                href={each === 'users' ? '/admin/identity' : `/admin/identity?tab=${each}`}
                ref={each === tab ? tabInSight : undefined}
                aria-current={each === tab ? 'page' : undefined}
                className="block whitespace-nowrap border-transparent border-b-2 px-1 py-2 text-muted text-table tabular-nums hover:text-ink aria-[current=page]:border-primary aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {t('tabCount', { tab: t(`tab.${each}`), count: directory[each].length })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {tab === 'assignments' ? (
        <div className="space-y-3">
          {filter}
          <IdentityAssignments directory={directory} name={name} {...sorting} />
        </div>
      ) : (
        <IdentityThings key={tab} tab={tab} directory={directory} name={name} filter={filter} {...sorting} />
      )}
    </>
  )
}
