'use client'

import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { Order } from '@/components/ui/data-table'
import { changeThing, type Directory, type IdentitySortKey, type IdentityThing, type ThingKind } from '@/lib/client/identity'
import { inOrder } from '@/lib/client/table-order'
import { CreateThingSheet } from './create-thing-sheet'
import { DeleteThingDialog } from './delete-thing-dialog'
import { DisableDialog } from './disable-dialog'
import { EditThingSheet } from './edit-thing-sheet'
import { PasswordSheet } from './password-sheet'
import { ThingTable } from './thing-table'
import { useIdentityChange } from './use-identity-change'

const kinds = { users: 'user', projects: 'project', domains: 'domain' } as const satisfies Record<string, ThingKind>

interface Props {
  tab: keyof typeof kinds
  directory: Directory
  name: string
  /** The field for `name`. */
  filter: ReactNode
  order: Order<IdentitySortKey>
  onOrder(order: Order<IdentitySortKey>): void
}

/** What somebody is doing with one of them, or with a new one. */
type Doing = { what: 'create' } | { what: 'password' | 'disable' | 'edit' | 'delete'; thing: IdentityThing } | null

/** The users, projects or domains, with what can be done to each. */
export function IdentityThings({ tab, directory, name, filter, order, onOrder }: Props) {
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
  return (
    <section aria-label={t(`tab.${tab}`)} className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        {filter}
        <Button data-page-actions variant="primary" onClick={() => setDoing({ what: 'create' })}>
          <Plus size={16} aria-hidden />
          {t(`create.${kind}`)}
        </Button>
      </div>
      <ThingTable
        tab={tab}
        kind={kind}
        directory={directory}
        rows={inOrder(rows, order.dir, sortValue)}
        domainName={domainName}
        order={order}
        onOrder={onOrder}
        onPassword={(thing) => setDoing({ what: 'password', thing })}
        onEdit={(thing) => setDoing({ what: 'edit', thing })}
        onDelete={(thing) => setDoing({ what: 'delete', thing })}
        onTurn={(thing) => (thing.enabled ? setDoing({ what: 'disable', thing }) : mutate({ thing, enabled: true }))}
      />
      {rows.length === 0 && <p className="text-center text-muted text-table">{t('none')}</p>}
      {doing?.what === 'create' && <CreateThingSheet kind={kind} directory={directory} onClose={close} />}
      {doing?.what === 'password' && <PasswordSheet user={doing.thing} onClose={close} />}
      {doing?.what === 'edit' && <EditThingSheet kind={kind} thing={doing.thing} directory={directory} onClose={close} />}
      {doing?.what === 'delete' && <DeleteThingDialog kind={kind} thing={doing.thing} directory={directory} onClose={close} />}
      {doing?.what === 'disable' && (
        <DisableDialog
          kind={kind}
          thing={doing.thing}
          directory={directory}
          onClose={close}
          onDisable={() => mutate({ thing: doing.thing, enabled: false })}
        />
      )}
    </section>
  )
}
