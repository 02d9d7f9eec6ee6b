'use client'

import { Pencil, Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { draftMisfits, draftOf, propertyOf } from '@/lib/client/metadefs/property-draft'
import type { PropertyInput } from '@/lib/contract/metadefs'
import { PropertyFields } from './property-fields'

interface Props {
  properties: readonly PropertyInput[]
  /** The names of those that every object has to have. */
  required: readonly string[]
  onChange(properties: PropertyInput[]): void
  onRequire(names: string[]): void
  /** Whether a property is open, so that the whole cannot be saved yet. */
  onEditing(editing: boolean): void
}

/** The properties of an object: listed, and one at a time opened to be defined. */
export function ObjectProperties({ properties, required, onChange, onRequire, onEditing }: Props) {
  const t = useTranslations('metadefs')
  const [open, setOpen] = useState<PropertyInput | 'new' | null>(null)
  const show = (next: typeof open) => {
    setOpen(next)
    onEditing(next !== null)
  }
  const apply = (property: PropertyInput) => {
    const known = properties.some((one) => one === open)
    onChange(known ? properties.map((one) => (one === open ? property : one)) : [...properties, property])
    if (open && open !== 'new') onRequire(required.map((name) => (name === open.name ? property.name : name)))
    show(null)
  }
  const require = (name: string, wanted: boolean) =>
    onRequire(wanted ? [...required, name] : required.filter((other) => other !== name))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-table">{t('kindMany.properties')}</legend>
      <ul className="divide-y divide-hairline rounded-card border border-hairline empty:hidden">
        {properties.map((property) => (
          <li key={property.name} className="px-3 py-2">
            <div className="flex items-center justify-between gap-2">
              <span className="min-w-0">
                <code className="wrap-anywhere font-mono text-meta">{property.name}</code>
                <span className="block text-meta text-muted">{property.title}</span>
              </span>
              <span className="flex shrink-0 gap-2">
                <IconButton label={t('editName', { name: property.name })} size="small" onClick={() => show(property)}>
                  <Pencil size={14} aria-hidden />
                </IconButton>
                <IconButton
                  label={t('removeName', { name: property.name })}
                  size="small"
                  onClick={() => onChange(properties.filter((other) => other !== property))}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              </span>
            </div>
            <Checkbox
              label={t('requiredName', { name: property.name })}
              checked={required.includes(property.name)}
              onChange={(event) => require(property.name, event.target.checked)}
            />
          </li>
        ))}
      </ul>
      {open ? (
        <OneProperty
          key={open === 'new' ? '' : open.name}
          property={open === 'new' ? undefined : open}
          taken={properties.filter((one) => one !== open).map(({ name }) => name)}
          onApply={apply}
          onCancel={() => show(null)}
        />
      ) : (
        <Button className="mt-2" onClick={() => show('new')}>
          <Plus size={14} aria-hidden />
          {t('add.properties')}
        </Button>
      )}
    </fieldset>
  )
}

interface OneProps {
  property: PropertyInput | undefined
  taken: readonly string[]
  onApply(property: PropertyInput): void
  onCancel(): void
}

function OneProperty({ property, taken, onApply, onCancel }: OneProps) {
  const t = useTranslations('metadefs')
  const action = useTranslations('action')
  const id = useId()
  const [draft, setDraft] = useState(draftOf(property))
  const [checked, setChecked] = useState(false)
  const misfits = draftMisfits(draft, taken)
  const apply = () => {
    setChecked(true)
    if (Object.keys(misfits).length === 0) onApply(propertyOf(draft, property))
  }
  return (
    <fieldset aria-labelledby={id} className="mt-3 min-w-0 space-y-4 rounded-card border border-control p-4">
      <h3 id={id} className="font-medium text-body">
        {property ? t('editTitle', { name: property.name }) : t('add.properties')}
      </h3>
      <PropertyFields draft={draft} misfits={checked ? misfits : {}} onChange={setDraft} />
      <div className="flex gap-2">
        <Button onClick={onCancel}>{action('cancel')}</Button>
        <Button onClick={apply}>{t('apply')}</Button>
      </div>
    </fieldset>
  )
}
