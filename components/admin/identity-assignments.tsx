'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import { ShownName } from '@/components/ui/shown-name'
import { type Directory, grantNames, grantOf, type IdentitySortKey, placeOf, type RoleAssignment } from '@/lib/client/identity'
import { inOrder } from '@/lib/client/table-order'
import { GrantForm } from './grant-form'
import { TakeRoleDialog } from './take-role-dialog'

interface Props {
  directory: Directory
  name: string
  order: Order<IdentitySortKey>
  onOrder(order: Order<IdentitySortKey>): void
}

/** Who has which role where; gives and takes them. */
export function IdentityAssignments({ directory, name, order, onOrder }: Props) {
  const t = useTranslations('adminIdentity')
  const [taking, setTaking] = useState<RoleAssignment | null>(null)
  const wanted = name.trim().toLowerCase()
  const rows = directory.assignments.filter((each) =>
    `${each.user.name} ${each.role.name} ${placeOf(each)}`.toLowerCase().includes(wanted),
  )
  const columns: readonly Column<RoleAssignment, IdentitySortKey>[] = [
    {
      name: 'user',
      heading: t('user'),
      sort: 'user',
      cell: ({ user }) => (
        <span className="font-medium">
          <ShownName name={user.name} />
        </span>
      ),
    },
    {
      name: 'role',
      heading: t('role'),
      sort: 'role',
      cell: ({ role }) => <code className="font-mono text-meta">{role.name}</code>,
    },
    {
      name: 'scope',
      heading: t('scope'),
      sort: 'scope',
      cell: (each) => t(each.scope.project ? 'onProject' : 'onDomain', { name: placeOf(each) }),
    },
    {
      name: 'actions',
      heading: t('actions'),
      quiet: true,
      className: 'w-24 text-right',
      cell: (each) => (
        <Button size="small" variant="caution" aria-label={t('takeOne', grantNames(each))} onClick={() => setTaking(each)}>
          {t('take')}
        </Button>
      ),
    },
  ]
  return (
    <section aria-label={t('tab.assignments')} className="space-y-3">
      <GrantForm directory={directory} />
      <DataTable
        label={t('tab.assignments')}
        columns={columns}
        rows={inOrder(rows, order.dir, sortValue(order.sort))}
        order={order}
        onOrder={onOrder}
        keyOf={(each) => Object.values(grantKey(each)).join(' ')}
      />
      {rows.length === 0 && <p className="text-center text-muted text-table">{t('none')}</p>}
      {taking && <TakeRoleDialog assignment={taking} onClose={() => setTaking(null)} />}
    </section>
  )
}

function sortValue(key: IdentitySortKey): (assignment: RoleAssignment) => string {
  if (key === 'role') return ({ role }) => role.name
  return key === 'scope' ? placeOf : ({ user }) => user.name
}

function grantKey(assignment: RoleAssignment) {
  const { userId, roleId, scope } = grantOf(assignment)
  return { userId, roleId, place: `${scope.kind} ${scope.id}` }
}
