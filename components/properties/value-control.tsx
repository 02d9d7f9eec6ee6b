'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy } from '@/components/form/field'
import { booleanOf, controlOf, isOperation, listOf } from '@/lib/client/properties/property-control'
import type { PropertySchema } from '@/lib/contract/metadefs'
import { Chips } from './chips'
import { ChoiceCombobox } from './choice-combobox'

/** How many values are looked through faster than a part of one is typed. */
const mostInSelect = 12

interface Props {
  id: string
  name: string
  schema: PropertySchema | undefined
  value: string
  onChange(value: string): void
}

/** The control of one property, as its definition asks for it. */
export function ValueControl({ id, name, schema, value, onChange }: Props) {
  const control = controlOf(schema)
  const common = { id, value, 'aria-describedby': describedBy(id) }
  const change = (event: { target: { value: string } }) => onChange(event.target.value)
  if (control.kind === 'choice' && control.choices.length > mostInSelect)
    return <ChoiceCombobox {...{ id, label: name, value, onChange, choices: control.choices }} />
  if (control.kind === 'choice') return <Choice {...{ common, value, change, choices: control.choices }} />
  if (control.kind === 'toggle' && booleanOf(value) !== null) return <Toggle {...{ id, name, value, onChange }} />
  if (control.kind === 'toggle') return <Choice {...{ common, value, change, choices: ['true', 'false'] }} />
  if (control.kind === 'list' && !isOperation(value)) return <List {...{ name, value, onChange, choices: control.choices }} />
  if (control.kind !== 'number') return <input {...common} onChange={change} className={`${controlClass} font-mono`} />
  // As text, so that what is no number stays to be seen and mended.
  const type = value === '' || Number.isFinite(Number(value)) ? 'number' : 'text'
  const bounds = { min: control.minimum, max: control.maximum, step: control.whole ? 1 : 'any' }
  return <input {...common} {...bounds} type={type} onChange={change} className={controlClass} />
}

interface ChoiceProps {
  common: { id: string; value: string; 'aria-describedby': string }
  value: string
  choices: readonly string[]
  change(event: { target: { value: string } }): void
}

/** A value that the definition does not know stays among the choices. */
function Choice({ common, value, choices, change }: ChoiceProps) {
  const t = useTranslations('properties')
  return (
    <select {...common} onChange={change} className={controlClass}>
      {!choices.includes(value) && <option value={value}>{t('unknownChoice', { value: value || t('empty') })}</option>}
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  )
}

type ListProps = Pick<Props, 'name' | 'value' | 'onChange'> & { choices: readonly string[] }

function List({ name, value, onChange, choices }: ListProps) {
  return <Chips label={name} values={listOf(value)} choices={choices} onChange={(values) => onChange(values.join(','))} />
}

function Toggle({ id, name, value, onChange }: Omit<Props, 'schema'>) {
  const on = booleanOf(value) === true
  return (
    <span className="flex h-8 items-center gap-2">
      <button
        type="button"
        role="switch"
        id={id}
        aria-label={name}
        aria-describedby={describedBy(id)}
        aria-checked={on}
        onClick={() => onChange(String(!on))}
        className={clsx(
          'flex h-6 w-10 items-center rounded-full border p-0.5 disabled:opacity-60',
          on ? 'border-primary bg-primary' : 'border-control bg-surface',
        )}
      >
        <span className={clsx('size-4 rounded-full transition-transform', on ? 'translate-x-4 bg-on-primary' : 'bg-muted')} />
      </button>
      <code className="font-mono text-meta">{value}</code>
    </span>
  )
}
