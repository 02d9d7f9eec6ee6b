import type { ComponentProps } from 'react'
import { controlClass, describedBy, Field } from '@/components/form/field'

interface Props extends ComponentProps<'input'> {
  name: string
  label: string
  hint?: string
}

/** A field of a sign-in; names and secrets are never corrected. */
export function TextField({ name, label, hint, ...props }: Props) {
  const id = `sign-in-${name}`
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        name={name}
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={hint ? describedBy(id) : undefined}
        className={`${controlClass} read-only:text-muted`}
        {...props}
      />
    </Field>
  )
}
