'use client'

import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { useJoined } from '@/components/ui/use-joined'
import { policyActions } from '@/lib/client/policy-actions'

type Group = keyof typeof policyActions
type Action = (typeof policyActions)[Group][number]

const groups = Object.entries(policyActions) as [Group, readonly Action[]][]

interface Props {
  id: string
  /** What stands chosen; also a policy that the list has no words for. */
  first?: string | undefined
}

/** The policies to ask about, in words and by name. */
export function ActionSelect({ id, first = 'get_images' }: Props) {
  const t = useTranslations('diagnostics')
  const { aside } = useJoined()
  const listed = groups.some(([, actions]) => actions.some((action) => action === first))
  return (
    <select id={id} name="action" defaultValue={first} className={controlClass}>
      {!listed && <option>{first}</option>}
      {groups.map(([group, actions]) => (
        <optgroup key={group} label={t(`actionGroup.${group}`)}>
          {actions.map((action) => (
            <option key={action} value={action}>
              {t(`action.${action}`)}
              {aside(action)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
