'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy } from '@/components/form/field'
import { booleanOf, controlOf, firstValue, isOperation, listOf } from '@/lib/client/properties/property-control'
import type { PropertySchema } from '@/lib/contract/metadefs'
import { Chips } from './chips'
import { ChoiceCombobox } from './choice-combobox'
import type { Draft } from './use-drafts'

/** How many values are looked through faster than a part of one is typed. */
const mostInSelect = 12
const booleans: readonly string[] = ['true', 'false']

interface Props {
  id: string
  name: string
  schema: PropertySchema | undefined
  value: string
  /** The image did not have it: a definition that knows no empty value asks for one. */
  isNew: boolean
  /** What is typed for another element, where it is a list. */
  draft: Draft
  onChange(value: string): void
}

/** The control of one property, as its definition asks for it. */
export function ValueControl({ id, name, schema, value, isNew, draft, onChange }: Props) {
  const control = controlOf(schema)
  const open = isNew && !(control.kind === 'choice' && control.choices.includes(''))
  const common = { id, value, 'aria-describedby': describedBy(id) }
  const change = (event: { target: { value: string } }) => onChange(event.target.value)
  if (control.kind === 'choice' && control.choices.length > mostInSelect)
    return <ChoiceCombobox {...{ id, label: name, value, open, onChange, choices: control.choices }} />
  if (control.kind === 'choice') return <Choice {...{ common, value, open, change, choices: control.choices }} />
  // Who has just chosen here goes on here: a switch in its place would take the focus away.
  const choosing = isNew && schema && firstValue(schema) === '' && booleans.includes(value)
  if (control.kind === 'toggle' && booleanOf(value) !== null && !choosing) return <Toggle {...{ id, name, value, onChange }} />
  if (control.kind === 'toggle') return <Choice {...{ common, value, open, change, choices: booleans }} />
  if (control.kind === 'list' && !isOperation(value))
    return <List {...{ name, value, draft, onChange, choices: control.choices }} />
  if (control.kind !== 'number') return <input {...common} onChange={change} className={`${controlClass} font-mono`} />
  // As text, so that what is no number stays to be seen and mended.
  const type = value === '' || Number.isFinite(Number(value)) ? 'number' : 'text'
  const bounds = { min: control.minimum, max: control.maximum, step: control.whole ? 1 : 'any' }
  return <input {...common} {...bounds} required={isNew} type={type} onChange={change} className={controlClass} />
}

interface ChoiceProps {
  common: { id: string; value: string; 'aria-describedby': string }
  value: string
  /** Nothing is chosen yet as long as the value is empty. */
  open: boolean
  choices: readonly string[]
  change(event: { target: { value: string } }): void
}

/** A value that the definition does not know stays among the choices; what is new begins with none. */
function Choice({ common, value, open, choices, change }: ChoiceProps) {
  const t = useTranslations('properties')
  const isUnknown = !choices.includes(value) && !(open && value === '')
  return (
    <select {...common} required={open} onChange={change} className={controlClass}>
      {open && <option value="">{t('choose')}</option>}
      {isUnknown && <option value={value}>{t('unknownChoice', { value: value || t('empty') })}</option>}
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  )
}

type ListProps = Pick<Props, 'name' | 'value' | 'draft' | 'onChange'> & { choices: readonly string[] }

function List({ name, value, draft, onChange, choices }: ListProps) {
  return <Chips {...{ label: name, values: listOf(value), choices, draft }} onChange={(values) => onChange(values.join(','))} />
}

function Toggle({ id, name, value, onChange }: Pick<Props, 'id' | 'name' | 'value' | 'onChange'>) {
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
