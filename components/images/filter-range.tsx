'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import type { ImageFilter, Range } from '@/lib/client/image-filters'
import { useImageSearch } from './use-image-search'

interface Props {
  filter: ImageFilter
  onDone(): void
}

const units = { MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 } as const
type Unit = keyof typeof units

/** From one value to another; either may be left open. */
export function RangeEditor({ filter, onDone }: Props) {
  const t = useTranslations('filters')
  const { search, change } = useImageSearch()
  const given = (search[filter.name] as Range | null) ?? { from: '', to: '' }
  const bytes = filter.kind === 'bytes'
  const [unit, setUnit] = useState<Unit>(() => (bytes ? unitOf(given) : 'GiB'))
  const [from, setFrom] = useState(() => (bytes ? inUnit(given.from, unit) : given.from))
  const [to, setTo] = useState(() => (bytes ? inUnit(given.to, unit) : given.to))
  const turned = from !== '' && to !== '' && (filter.kind === 'dates' ? from > to : Number(from) > Number(to))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (turned) return
    const written = (text: string) => (bytes && text !== '' ? String(Math.round(Number(text) * units[unit])) : text)
    change({ [filter.name]: from || to ? { from: written(from), to: written(to) } : null })
    onDone()
  }
  const side = (name: 'from' | 'to', value: string, set: (value: string) => void) => (
    <Field id={`filter-${name}`} label={t(`${name}Label`)}>
      <input
        id={`filter-${name}`}
        type={filter.kind === 'dates' ? 'date' : 'number'}
        min={filter.kind === 'dates' ? undefined : 0}
        step={bytes ? 'any' : 1}
        value={value}
        onChange={(event) => set(event.target.value)}
        aria-invalid={turned || undefined}
        aria-describedby={describedBy('filter-range')}
        className={controlClass}
      />
    </Field>
  )
  return (
    <form onSubmit={submit} className="space-y-3">
      <div className="grid grid-cols-2 gap-2">
        {side('from', from, setFrom)}
        {side('to', to, setTo)}
      </div>
      {bytes && (
        <select
          aria-label={t('unit')}
          value={unit}
          onChange={(event) => setUnit(event.target.value as Unit)}
          className={controlClass}
        >
          {Object.keys(units).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      <p id={describedBy('filter-range')} className={turned ? 'text-failed text-meta' : 'text-meta text-muted empty:hidden'}>
        {turned ? t('turned') : filter.kind === 'numbers' && t(filter.name === 'min_disk' ? 'inGib' : 'inMib')}
      </p>
      <Button type="submit" variant="primary">
        {t('apply')}
      </Button>
    </form>
  )
}

/** The largest unit in which both bounds are whole. */
function unitOf({ from, to }: Range): Unit {
  const bounds = [from, to].filter((bound) => bound !== '').map(Number)
  const fits = (unit: Unit) => bounds.length > 0 && bounds.every((bound) => bound > 0 && bound % units[unit] === 0)
  return (['TiB', 'GiB', 'MiB'] as const).find(fits) ?? 'GiB'
}

function inUnit(bound: string, unit: Unit): string {
  return bound === '' ? '' : String(Number(bound) / units[unit])
}
