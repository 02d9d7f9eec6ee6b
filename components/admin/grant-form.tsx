'use client'

import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { changeGrant, type Directory, type Grant, holds } from '@/lib/client/identity'
import { useIdentityChange } from './use-identity-change'

const fields = ['user', 'role', 'place'] as const
type Chosen = Record<(typeof fields)[number], string>

const nothing: Chosen = { user: '', role: '', place: '' }

/** Gives somebody a role; nothing is chosen beforehand. */
export function GrantForm({ directory }: { directory: Directory }) {
  const t = useTranslations('adminIdentity')
  const id = useId()
  const [chosen, setChosen] = useState(nothing)
  const choices = useChoices(directory)
  const grant = grantFor(chosen)
  const held = grant !== null && holds(directory, grant)
  const { mutate, isPending } = useIdentityChange(
    (wanted: Grant) => changeGrant('PUT', wanted),
    () => t('given'),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (grant && !held) mutate(grant, { onSuccess: () => setChosen(nothing) })
  }
  return (
    <form
      onSubmit={submit}
      aria-label={t('give')}
      className="grid items-end gap-3 rounded-card border border-hairline bg-surface p-4 sm:grid-cols-[1fr_1fr_1fr_auto]"
    >
      {fields.map((field) => (
        <Field key={field} id={id + field} label={t(field === 'place' ? 'scope' : field)}>
          <select
            id={id + field}
            required
            value={chosen[field]}
            onChange={(event) => setChosen({ ...chosen, [field]: event.target.value })}
            className={controlClass}
          >
            <option value="">{t('choose')}</option>
            {choices[field].map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      ))}
      <Button type="submit" variant="primary" disabled={isPending || held}>
        {t('give')}
      </Button>
      <p role="status" className="text-attention text-meta empty:hidden sm:col-span-4">
        {held && t('heldAlready')}
      </p>
    </form>
  )
}

function useChoices({ users, roles, projects, domains }: Directory) {
  const t = useTranslations('adminIdentity')
  const places = [
    ...projects.map((project) => [`project ${project.id}`, t('onProject', { name: project.name })] as const),
    ...domains.map((domain) => [`domain ${domain.id}`, t('onDomain', { name: domain.name })] as const),
  ]
  return {
    user: users.map((user) => [user.id, user.name] as const),
    role: roles.map((role) => [role.id, role.name] as const),
    place: places,
  }
}

function grantFor({ user, role, place }: Chosen): Grant | null {
  if (!user || !role || !place) return null
  const [kind, ...rest] = place.split(' ')
  return { userId: user, roleId: role, scope: { kind: kind === 'domain' ? 'domain' : 'project', id: rest.join(' ') } }
}
