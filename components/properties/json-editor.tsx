'use client'

import { clsx } from 'clsx'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy } from '@/components/form/field'
import type { PropertyMisfit } from '@/lib/client/properties/property-json'
import type { PropertyJson } from './use-property-json'

interface Props {
  json: PropertyJson
  /** The id of what says why they cannot be changed, where they cannot: the text can still be read and copied. */
  lock: string | undefined
}

/** The properties as one JSON text, with what does not fit by line and path. */
export function JsonEditor({ json, lock }: Props) {
  const t = useTranslations('properties.json')
  const id = useId()
  return (
    <div className="space-y-2 px-4 py-3">
      <label htmlFor={id} className="block font-medium text-table">
        {t('label')}
      </label>
      <textarea
        id={id}
        value={json.text}
        rows={Math.min(30, Math.max(8, json.text.split('\n').length + 1))}
        spellCheck={false}
        readOnly={lock !== undefined}
        onChange={(event) => json.change(event.target.value)}
        onBlur={json.settle}
        aria-invalid={json.misfits.length > 0}
        aria-describedby={lock ?? describedBy(id)}
        className={clsx(controlClass, 'h-auto whitespace-pre py-1 font-mono text-meta')}
      />
      <div id={describedBy(id)} aria-live="polite" className="space-y-1 text-meta">
        {json.misfits.length === 0 && !lock && <p className="text-muted">{t('hint')}</p>}
        <JsonMisfits misfits={json.misfits} />
      </div>
    </div>
  )
}

/** What of the JSON does not fit, by line and path. */
export function JsonMisfits({ misfits }: { misfits: readonly PropertyMisfit[] }) {
  return misfits.map((misfit) => <Misfit key={`${misfit.line}${misfit.path}${misfit.reason}`} misfit={misfit} />)
}

function Misfit({ misfit: { path, line, reason, value } }: { misfit: PropertyMisfit }) {
  const t = useTranslations('properties')
  const isName = reason === 'required' || reason === 'reserved' || reason === 'base' || reason === 'taken' || reason === 'long'
  return (
    <p className="text-failed wrap-anywhere">
      {t('lineMisfit', {
        line: String(line),
        reason: isName ? t(`nameMisfit.${reason}`) : t(`json.misfit.${reason}`, { value }),
      })}{' '}
      {path && <code className="font-mono">{path}</code>}
    </p>
  )
}
