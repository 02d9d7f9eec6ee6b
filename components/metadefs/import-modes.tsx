'use client'

import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { type ImportMode, importModes } from '@/lib/client/metadefs/import-plan'

interface Props {
  mode: ImportMode
  disabled: boolean
  onChange(mode: ImportMode): void
}

/** What becomes of a namespace that is there already. */
export function ImportModes({ mode, disabled, onChange }: Props) {
  const t = useTranslations('metadefs.import')
  const id = useId()
  const flags = (text: ReactNode) => <code className="whitespace-nowrap font-mono">{text}</code>
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="mb-1 font-medium text-table">{t('modes')}</legend>
      <div className="space-y-2">
        {importModes.map((choice) => (
          <div key={choice}>
            <label className="flex min-h-6 items-center gap-2 text-body">
              <input
                type="radio"
                name={id}
                checked={mode === choice}
                onChange={() => onChange(choice)}
                aria-describedby={`${id}${choice}`}
                className="size-4 shrink-0 accent-primary"
              />
              {t(`mode.${choice}`)}
            </label>
            <p id={`${id}${choice}`} className="pl-6 text-meta text-muted">
              {t.rich(`modeHint.${choice}`, { flags })}
            </p>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
