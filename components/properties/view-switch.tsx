'use client'

import { clsx } from 'clsx'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useTranslations } from 'use-intl'

const propertyViews = ['form', 'json'] as const
type PropertyViewName = (typeof propertyViews)[number]

/** Which of them stands in the URL. */
export function usePropertyView() {
  return useQueryState('view', parseAsStringLiteral(propertyViews).withDefault('form'))
}

interface Props {
  view: PropertyViewName
  onChange(view: PropertyViewName): void
}

/** Whether the properties are edited one by one or as a text. */
export function ViewSwitch({ view, onChange }: Props) {
  const t = useTranslations('properties.view')
  return (
    <fieldset className="flex rounded-control border border-control p-0.5">
      <legend className="sr-only">{t('label')}</legend>
      {propertyViews.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === view}
          onClick={() => onChange(name)}
          className={clsx('h-6 rounded-control px-2 text-meta', name === view ? 'bg-hover font-medium text-ink' : 'text-muted')}
        >
          {t(name)}
        </button>
      ))}
    </fieldset>
  )
}
