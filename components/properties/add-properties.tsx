'use client'

import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { isSpaced, nameMisfit, readPasted } from '@/lib/client/properties/new-properties'

interface Props {
  /** The names that the image has. */
  taken: ReadonlySet<string>
  onAdd(properties: readonly (readonly [string, string])[]): void
}

/** Adds properties that no definition knows: one, or many lines at once. */
export function AddProperties(props: Props) {
  const t = useTranslations('properties')
  return (
    <section className="rounded-card border border-hairline bg-surface">
      <h2 className="border-hairline border-b px-4 py-3 font-semibold text-body">{t('addCustom')}</h2>
      <div className="space-y-4 px-4 py-3">
        <CustomProperty {...props} />
        <details>
          <summary className="w-fit rounded-control text-primary text-table">{t('paste')}</summary>
          <PastedProperties {...props} />
        </details>
      </div>
    </section>
  )
}

function CustomProperty({ taken, onAdd }: Props) {
  const t = useTranslations('properties')
  const id = useId()
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [checked, setChecked] = useState(false)
  const misfit = nameMisfit(name.trim(), taken)
  const shown = misfit === 'required' && !checked ? null : misfit
  const add = (event: FormEvent) => {
    event.preventDefault()
    setChecked(misfit !== null)
    if (misfit) return
    onAdd([[name.trim(), value]])
    setName('')
    setValue('')
  }
  return (
    <form onSubmit={add} className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_auto]">
      <Field
        id={id}
        label={t('key')}
        error={shown ? t(`nameMisfit.${shown}`) : undefined}
        hint={isSpaced(name) ? t('spaced') : undefined}
      >
        <input
          id={id}
          value={name}
          onChange={(event) => setName(event.target.value)}
          aria-invalid={shown !== null}
          aria-describedby={describedBy(id)}
          className={`${controlClass} font-mono`}
        />
      </Field>
      <Field id={`${id}value`} label={t('value')}>
        <input
          id={`${id}value`}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          className={`${controlClass} font-mono`}
        />
      </Field>
      <Button type="submit" className="sm:mt-6.75">
        {t('addProperty')}
      </Button>
    </form>
  )
}

function PastedProperties({ taken, onAdd }: Props) {
  const t = useTranslations('properties')
  const id = useId()
  const misfitsId = useId()
  const [text, setText] = useState('')
  const { properties, misfits } = readPasted(text)
  const replaced = properties.filter(([name]) => taken.has(name)).length
  const add = () => {
    onAdd(properties)
    setText('')
  }
  return (
    <div className="mt-3 space-y-2">
      <Field id={id} label={t('lines')} hint={t('linesHint')}>
        <textarea
          id={id}
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-describedby={describedBy(id)}
          className={`${controlClass} h-auto py-1 font-mono`}
        />
      </Field>
      <ul id={misfitsId} className="text-failed text-meta empty:hidden">
        {misfits.map(({ line, reason }) => (
          <li key={line}>{t('lineMisfit', { line: String(line), reason: t(`nameMisfit.${reason}`) })}</li>
        ))}
      </ul>
      {properties.some(([name]) => isSpaced(name)) && <p className="text-attention text-meta">{t('spaced')}</p>}
      {replaced > 0 && <p className="text-attention text-meta">{t('replaces', { count: replaced })}</p>}
      <Button
        disabled={properties.length === 0 || misfits.length > 0}
        aria-describedby={`${misfitsId} ${describedBy(id)}`}
        onClick={add}
      >
        {t('addLines', { count: properties.length })}
      </Button>
    </div>
  )
}
