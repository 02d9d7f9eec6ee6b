'use client'

import { type FormEvent, useId } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { changeGrant, type Directory, type Grant, grantOf, type RoleAssignment } from '@/lib/client/identity'
import { useIdentityChange } from './use-identity-change'

interface Props {
  directory: Directory
  name: string
}

/** Who has which role where; gives and takes them. */
export function IdentityAssignments({ directory, name }: Props) {
  const t = useTranslations('adminIdentity')
  const take = useIdentityChange(
    (assignment: RoleAssignment) => changeGrant('DELETE', grantOf(assignment)),
    ({ role, user }) => t('taken', { role: role.name, user: user.name }),
  )
  const wanted = name.trim().toLowerCase()
  const rows = directory.assignments.filter((each) =>
    `${each.user.name} ${each.role.name} ${placeOf(each)}`.toLowerCase().includes(wanted),
  )
  const columns: readonly Column<RoleAssignment>[] = [
    { name: 'user', heading: t('user'), cell: ({ user }) => <span className="font-medium">{user.name}</span> },
    { name: 'role', heading: t('role'), cell: ({ role }) => <code className="font-mono text-meta">{role.name}</code> },
    {
      name: 'scope',
      heading: t('scope'),
      cell: (each) => t(each.scope.project ? 'onProject' : 'onDomain', { name: placeOf(each) }),
    },
    {
      name: 'actions',
      heading: t('actions'),
      quiet: true,
      className: 'w-24 text-right',
      cell: (each) => (
        <Button
          size="small"
          variant="caution"
          disabled={take.isPending}
          aria-label={t('takeOne', { role: each.role.name, user: each.user.name, place: placeOf(each) })}
          onClick={() => take.mutate(each)}
        >
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
        rows={rows}
        keyOf={(each) => Object.values(grantKey(each)).join(' ')}
      />
      {rows.length === 0 && <p className="text-center text-muted text-table">{t('none')}</p>}
    </section>
  )
}

function grantKey(assignment: RoleAssignment) {
  const { userId, roleId, scope } = grantOf(assignment)
  return { userId, roleId, place: `${scope.kind} ${scope.id}` }
}

function placeOf({ scope: { project, domain } }: RoleAssignment): string {
  return project?.name ?? domain?.name ?? ''
}

function GrantForm({ directory }: { directory: Directory }) {
  const t = useTranslations('adminIdentity')
  const id = useId()
  const { mutate, isPending } = useIdentityChange(
    (grant: Grant) => changeGrant('PUT', grant),
    () => t('given'),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [kind = '', ...place] = String(given.get('place')).split(' ')
    const scope = { kind: kind === 'domain' ? ('domain' as const) : ('project' as const), id: place.join(' ') }
    mutate({ userId: String(given.get('user')), roleId: String(given.get('role')), scope })
  }
  const places = [
    ...directory.projects.map((project) => [`project ${project.id}`, t('onProject', { name: project.name })] as const),
    ...directory.domains.map((domain) => [`domain ${domain.id}`, t('onDomain', { name: domain.name })] as const),
  ]
  const choices = [
    ['user', directory.users.map((user) => [user.id, user.name] as const)],
    ['role', directory.roles.map((role) => [role.id, role.name] as const)],
    ['place', places],
  ] as const
  return (
    <form
      onSubmit={submit}
      aria-label={t('give')}
      className="grid items-end gap-3 rounded-card border border-hairline bg-surface p-4 sm:grid-cols-[1fr_1fr_1fr_auto]"
    >
      {choices.map(([field, offered]) => (
        <Field key={field} id={id + field} label={t(field === 'place' ? 'scope' : field)}>
          <select id={id + field} name={field} required className={controlClass}>
            {offered.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      ))}
      <Button type="submit" variant="primary" disabled={isPending} className="sm:mb-1">
        {t('give')}
      </Button>
    </form>
  )
}
