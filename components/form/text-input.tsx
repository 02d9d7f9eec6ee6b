'use client'

import { clsx } from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { controlClass, describedBy, Field } from './field'

interface Props extends Pick<ComponentProps<'input'>, 'autoComplete' | 'inputMode' | 'readOnly' | 'required'> {
  label: string
  value: string
  onChange(value: string): void
  hint?: ReactNode
  error?: string | undefined
  type?: 'text' | 'number'
  /** More than one makes a field of lines. */
  rows?: number
  mono?: boolean
  /** What to suggest. */
  suggestions?: readonly string[]
}

/** A labelled field of text, of lines of text, or of a number. */
export function TextInput(props: Props) {
  const { label, value, onChange, hint, error, type = 'text', rows = 1, mono, suggestions, ...passed } = props
  const id = useId()
  const common = {
    ...passed,
    id,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    'aria-invalid': error !== undefined,
    'aria-describedby': describedBy(id),
  }
  const look = clsx(controlClass, mono && 'font-mono', 'read-only:text-muted')
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {rows > 1 ? (
        <textarea {...common} rows={rows} className={clsx(look, 'h-auto py-1')} />
      ) : (
        <input {...common} type={type} step="any" list={suggestions && `${id}-list`} className={look} />
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Field>
  )
}
