'use client'

import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'

interface Props {
  name: string
  onChange(name: string): void
}

/** A field for an image's exact name or id; it counts with Enter or on leaving the field. */
export function NameFilter({ name, onChange }: Props) {
  const t = useTranslations('adminImages')
  const [text, setText] = useState(name)
  useEffect(() => setText(name), [name])
  const apply = () => text.trim() !== name && onChange(text.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return (
    <form onSubmit={submit} className="relative w-full sm:w-72">
      <Search size={14} aria-hidden className="absolute top-2.25 left-2.5 text-muted" />
      <input
        type="search"
        aria-label={t('name')}
        placeholder={t('name')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        className={clsx(controlClass, 'pl-8')}
      />
    </form>
  )
}
