'use client'

import { Switch } from '@base-ui/react/switch'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy } from '@/components/form/field'
import { booleanOf, controlOf, listOf } from '@/lib/client/properties/property-control'
import type { PropertySchema } from '@/lib/contract/metadefs'
import { Chips } from './chips'

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
  if (control.kind === 'choice') return <Choice {...{ common, value, change, choices: control.choices }} />
  if (control.kind === 'toggle' && booleanOf(value) !== null) return <Toggle {...{ id, name, value, onChange }} />
  if (control.kind === 'toggle') return <Choice {...{ common, value, change, choices: ['true', 'false'] }} />
  // The operators of flavors, such as <or>, are text of their own.
  if (control.kind === 'list' && !value.startsWith('<'))
    return <Chips label={name} values={listOf(value)} onChange={(values) => onChange(values.join(','))} />
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

function Toggle({ id, name, value, onChange }: Omit<Props, 'schema'>) {
  const on = booleanOf(value) === true
  return (
    <span className="flex h-8 items-center gap-2">
      <Switch.Root
        id={id}
        aria-label={name}
        aria-describedby={describedBy(id)}
        checked={on}
        onCheckedChange={(checked) => onChange(String(checked))}
        className="flex h-6 w-10 items-center rounded-full border border-control bg-surface p-0.5 data-checked:border-primary data-checked:bg-primary data-disabled:opacity-60"
      >
        <Switch.Thumb className="size-4 rounded-full bg-muted transition-transform data-checked:translate-x-4 data-checked:bg-on-primary" />
      </Switch.Root>
      <code className="font-mono text-meta">{value}</code>
    </span>
  )
}
