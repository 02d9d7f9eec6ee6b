'use client'

import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { isStranger, listOf } from '@/lib/client/properties/property-control'
import type { Draft } from './use-drafts'

interface Props {
  /** What the list is of. */
  label: string
  values: readonly string[]
  /** What is offered; any other word is marked. Without them every word is as good. */
  choices?: readonly string[]
  /** What is typed for another one. */
  draft: Draft
  onChange(values: string[]): void
}

/** A list of words, each with a way to take it out, and a field for more. */
export function Chips({ label, values, choices = [], draft, onChange }: Props) {
  const t = useTranslations('properties')
  const id = useId()
  const offered = choices.filter((choice) => !values.includes(choice))
  const add = () => {
    const added = listOf(draft.text)
    if (added.length > 0) onChange([...new Set([...values, ...added])])
    draft.type('')
  }
  const addOnEnter = (event: KeyboardEvent) => {
    // While a Chinese word is being composed, Enter chooses it.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <div className="space-y-2">
      {values.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-2">
          {values.map((value) => (
            <li key={value} className="flex items-center rounded-control bg-hover pl-2 text-table">
              <span className={clsx('wrap-anywhere', isStranger(choices, value) && 'text-attention')}>
                {isStranger(choices, value) ? t('unknownChoice', { value }) : value}
              </span>
              <IconButton
                label={t('takeOut', { value })}
                size="small"
                onClick={() => onChange(values.filter((other) => other !== value))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          {t('addTo', { what: label })}
        </label>
        <input
          id={id}
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          onKeyDown={addOnEnter}
          list={offered.length > 0 ? `${id}offered` : undefined}
          className={controlClass}
        />
        {offered.length > 0 && (
          <datalist id={`${id}offered`}>
            {offered.map((choice) => (
              <option key={choice} value={choice} />
            ))}
          </datalist>
        )}
        <Button aria-label={t('addTo', { what: label })} onClick={add}>
          {t('add')}
        </Button>
      </div>
    </div>
  )
}
