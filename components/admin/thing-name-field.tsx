'use client'

import { useTranslations } from 'use-intl'
import { TextInput } from '@/components/form/text-input'
import { misfitOf } from '@/lib/client/identity-edit'
import { useMisfitText } from './use-misfit-text'

interface Props {
  value: string
  /** Another one has that name, as the server has said. */
  taken: boolean
  /** Whether a name that is missing is said. */
  checked: boolean
  hint?: string | undefined
  readOnly?: boolean
  onChange(value: string): void
}

/** The name of a user, project or domain; what is wrong with it stands beside it. */
export function ThingNameField({ value, taken, checked, ...field }: Props) {
  const t = useTranslations('adminIdentity')
  const misfit = misfitOf('name', value)
  const text = useMisfitText()(misfit?.kind === 'missing' && !checked ? null : misfit)
  const error = text ?? (taken ? t('nameTaken') : undefined)
  return <TextInput label={t('name')} value={value} error={error} required autoComplete="off" {...field} />
}
