'use client'

import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { controlClass } from './field'
import { useAppliedText } from './use-applied-text'

interface Props {
  label: string
  value: string
  onChange(value: string): void
}

/** A field of a text to look for; it counts with Enter, which it offers as long as that is due, or on leaving the field. */
export function SearchField({ label, value, onChange }: Props) {
  const t = useTranslations('action')
  const { text, setText, apply, clear, onSubmit } = useAppliedText(value, onChange)
  const due = text.trim() !== value
  return (
    <form onSubmit={onSubmit} className="relative w-full sm:w-72">
      <Search size={14} aria-hidden className="absolute top-2.25 left-2.5 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={({ target }) => (target.value === '' ? clear() : setText(target.value))}
        onBlur={apply}
        className={clsx(controlClass, 'pl-8', due && 'pr-20')}
      />
      {due && (
        <button
          type="submit"
          className="absolute inset-y-1 right-1 inline-flex items-center gap-1 rounded-control bg-hover px-2 text-meta"
        >
          {t('find')}
          <span aria-hidden>↵</span>
        </button>
      )}
    </form>
  )
}
