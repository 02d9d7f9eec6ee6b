'use client'

import { clsx } from 'clsx'
import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import type { PropertyConflict } from '@/lib/client/properties/property-changes'
import { PropertyValue } from './property-value'

export type Side = 'yours' | 'theirs'

interface Props {
  conflicts: readonly PropertyConflict[]
  chosen: Readonly<Record<string, Side>>
  onChoose(conflict: PropertyConflict, side: Side): void
  /** What a field is called, where its name on the wire is not shown. */
  labelOf?: (name: string) => string
}

/** What somebody else has saved meanwhile, beside what it was and what the person wants, to choose from. */
export function ConflictView({ conflicts, chosen, onChoose, labelOf }: Props) {
  const t = useTranslations('properties')
  const id = useId()
  const view = useRef<HTMLDivElement>(null)
  // The button that was pressed can do nothing before a choice is made: the first one is what comes next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each clash asks anew
  useEffect(() => view.current?.querySelector('input')?.focus(), [conflicts])
  return (
    <div ref={view} className="space-y-4">
      <Notice tone="attention" role="alert" title={t('conflictTitle', { count: conflicts.length })}>
        <p>{t('conflictText')}</p>
      </Notice>
      {conflicts.map((conflict) => (
        <fieldset key={conflict.name} className="min-w-0 rounded-card border border-hairline px-4 py-3 text-table">
          <legend className={clsx('wrap-anywhere px-1 text-meta', !labelOf && 'font-mono')}>
            {labelOf?.(conflict.name) ?? conflict.name}
          </legend>
          <p className="text-muted">
            {t('before')} <PropertyValue value={conflict.before} />
          </p>
          {(['theirs', 'yours'] as const).map((side) => (
            <label key={side} className="flex min-h-8 items-center gap-2">
              <input
                type="radio"
                name={`${id}${conflict.name}`}
                checked={chosen[conflict.name] === side}
                onChange={() => onChoose(conflict, side)}
                className="size-4 shrink-0 accent-primary"
              />
              <span>
                {t(side)} <PropertyValue value={conflict[side]} />
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
