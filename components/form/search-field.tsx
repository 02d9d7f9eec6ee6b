'use client'

import { Search } from 'lucide-react'
import { controlClass } from './field'
import { useAppliedText } from './use-applied-text'

interface Props {
  label: string
  value: string
  onChange(value: string): void
}

/** A field of a text to look for; it counts with Enter or on leaving the field. */
export function SearchField({ label, value, onChange }: Props) {
  const { text, setText, apply, onSubmit } = useAppliedText(value, onChange)
  return (
    <form onSubmit={onSubmit} className="relative w-full sm:w-72">
      <Search size={14} aria-hidden className="absolute top-2.25 left-2.5 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        className={`${controlClass} pl-8`}
      />
    </form>
  )
}
