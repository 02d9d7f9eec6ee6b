'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import { ShownName } from '@/components/ui/shown-name'
import { StateBadge } from '@/components/ui/state-badge'
import { changeThing, type Directory, type IdentitySortKey, type IdentityThing, type ThingKind } from '@/lib/client/identity'
import { inOrder } from '@/lib/client/table-order'
import { CreateThingSheet } from './create-thing-sheet'
import { DisableDialog } from './disable-dialog'
import { PasswordSheet } from './password-sheet'
import { useIdentityChange } from './use-identity-change'

const kinds = { users: 'user', projects: 'project', domains: 'domain' } as const satisfies Record<string, ThingKind>

interface Props {
  tab: keyof typeof kinds
  directory: Directory
  name: string
  order: Order<IdentitySortKey>
  onOrder(order: Order<IdentitySortKey>): void
}

/** What somebody is doing with one of them, or with a new one. */
type Doing = { what: 'create' } | { what: 'password' | 'disable'; thing: IdentityThing } | null

/** The users, projects or domains, with what can be done to each. */
export function IdentityThings({ tab, directory, name, order, onOrder }: Props) {
  const t = useTranslations('adminIdentity')
  const kind = kinds[tab]
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  const { mutate } = useIdentityChange(
    ({ thing, enabled }: { thing: IdentityThing; enabled: boolean }) => changeThing(kind, thing.id, { enabled }),
    ({ thing, enabled }) => t(enabled ? 'enabled' : 'disabled', { name: thing.name }),
  )
  const domainName = (id: string) => directory.domains.find((domain) => domain.id === id)?.name ?? id
  const rows = directory[tab].filter((thing) => `${thing.name} ${thing.id}`.toLowerCase().includes(name.trim().toLowerCase()))
  const sortValue = ({ enabled, domain_id, name: own }: IdentityThing) => {
    if (order.sort === 'state') return enabled
    return order.sort === 'domain' && domain_id ? domainName(domain_id) : own
  }
  const columns: readonly Column<IdentityThing, IdentitySortKey>[] = [
    { name: 'name', heading: t('name'), sort: 'name', cell: (thing) => <NameOf thing={thing} domain={domainName} /> },
    ...(tab === 'domains'
      ? []
      : [
          {
            name: 'domain',
            heading: t('domain'),
            sort: 'domain',
            className: 'hidden w-[20%] md:table-cell',
            cell: ({ domain_id: id }: IdentityThing) => id && domainName(id),
          } as const,
        ]),
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
      className: 'w-32 sm:w-72',
      cell: (thing) => (
        <div className="flex flex-wrap justify-end gap-2">
          {kind === 'user' && (
            <Button
              size="small"
              aria-label={t('passwordOf', { name: thing.name })}
              onClick={() => setDoing({ what: 'password', thing })}
            >
              {t('password')}
            </Button>
          )}
          <Button
            size="small"
            variant={thing.enabled ? 'caution' : 'secondary'}
            aria-label={t(thing.enabled ? 'disableOne' : 'enableOne', { name: thing.name })}
            onClick={() => (thing.enabled ? setDoing({ what: 'disable', thing }) : mutate({ thing, enabled: true }))}
          >
            {t(thing.enabled ? 'disable' : 'enable')}
          </Button>
        </div>
      ),
    },
  ]
  return (
    <section aria-label={t(`tab.${tab}`)} className="space-y-3">
      <Button variant="primary" onClick={() => setDoing({ what: 'create' })}>
        <Plus size={16} aria-hidden />
        {t(`create.${kind}`)}
      </Button>
      <DataTable
        label={t(`tab.${tab}`)}
        columns={columns}
        rows={inOrder(rows, order.dir, sortValue)}
        keyOf={({ id }) => id}
        order={order}
        onOrder={onOrder}
        twoLines
      />
      {rows.length === 0 && <p className="text-center text-muted text-table">{t('none')}</p>}
      {doing?.what === 'create' && <CreateThingSheet kind={kind} directory={directory} onClose={close} />}
      {doing?.what === 'password' && <PasswordSheet user={doing.thing} onClose={close} />}
      {doing?.what === 'disable' && (
        <DisableDialog
          kind={kind}
          thing={doing.thing}
          onClose={close}
          onDisable={() => mutate({ thing: doing.thing, enabled: false })}
        />
      )}
    </section>
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
