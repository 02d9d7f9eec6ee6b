'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import { ShownName } from '@/components/ui/shown-name'
import { StateBadge } from '@/components/ui/state-badge'
import type { IdentitySortKey, IdentityThing } from '@/lib/client/identity'
import { type ThingActs, ThingMenu } from './thing-menu'

interface Props extends ThingActs {
  tab: 'users' | 'projects' | 'domains'
  rows: readonly IdentityThing[]
  domainName(id: string): string
  order: Order<IdentitySortKey>
  onOrder(order: Order<IdentitySortKey>): void
  onPassword(user: IdentityThing): void
  /** Lets it be used again, or no longer. */
  onTurn(thing: IdentityThing): void
}

/** Users, projects or domains as rows. */
export function ThingTable({ tab, rows, domainName, order, onOrder, ...acts }: Props) {
  const t = useTranslations('adminIdentity')
  const domain: Column<IdentityThing, IdentitySortKey> = {
    name: 'domain',
    heading: t('domain'),
    sort: 'domain',
    className: 'hidden w-[20%] md:table-cell',
    cell: ({ domain_id: id }) => id && domainName(id),
  }
  const columns: readonly Column<IdentityThing, IdentitySortKey>[] = [
    { name: 'name', heading: t('name'), sort: 'name', cell: (thing) => <NameOf thing={thing} domain={domainName} /> },
    ...(tab === 'domains' ? [] : [domain]),
    {
      name: 'state',
      heading: t('state'),
      sort: 'state',
      className: 'w-28',
      cell: ({ enabled }) => <StateBadge tone={enabled ? 'ok' : 'off'}>{t(enabled ? 'on' : 'off')}</StateBadge>,
    },
    {
      name: 'actions',
      heading: t('actions'),
      quiet: true,
      className: 'w-32 py-0! sm:w-76',
      cell: (thing) => <Acts thing={thing} {...acts} />,
    },
  ]
  return (
    <DataTable
      label={t(`tab.${tab}`)}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      order={order}
      onOrder={onOrder}
      twoLines
    />
  )
}

interface ActsProps extends ThingActs, Pick<Props, 'onPassword' | 'onTurn'> {
  thing: IdentityThing
}

function Acts({ thing, onPassword, onTurn, ...menu }: ActsProps) {
  const t = useTranslations('adminIdentity')
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {menu.kind === 'user' && (
        <Button size="small" aria-label={t('passwordOf', { name: thing.name })} onClick={() => onPassword(thing)}>
          {t('password')}
        </Button>
      )}
      <Button
        size="small"
        variant={thing.enabled ? 'caution' : 'secondary'}
        aria-label={t(thing.enabled ? 'disableOne' : 'enableOne', { name: thing.name })}
        onClick={() => onTurn(thing)}
      >
        {t(thing.enabled ? 'disable' : 'enable')}
      </Button>
      <ThingMenu thing={thing} {...menu} />
    </div>
  )
}

function NameOf({ thing, domain }: { thing: IdentityThing; domain(id: string): string }) {
  const t = useTranslations('adminIdentity')
  return (
    <>
      <p className="line-clamp-2 font-medium leading-5">
        <ShownName name={thing.name} />
      </p>
      <code className="block font-mono text-meta text-muted wrap-anywhere sm:compact:hidden">{thing.id}</code>
      {thing.domain_id && <p className="text-meta text-muted md:hidden">{t('inDomain', { domain: domain(thing.domain_id) })}</p>}
    </>
  )
}
