'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { type ImageFilter, isPropertyName, splitProperty } from '@/lib/client/image-filters'
import { useImageSearch } from './use-image-search'

interface Props {
  filter: ImageFilter
  onDone(): void
}

const id = 'filter-lines'

/** Several texts, one a line. */
export function LinesEditor({ filter, onDone }: Props) {
  const t = useTranslations('filters')
  const { search, change } = useImageSearch()
  const value = search[filter.name]
  const [text, setText] = useState(Array.isArray(value) ? value.join('\n') : '')
  const [error, setError] = useState<string>()
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = misfit(filter, lines)
    if (wrong) return setError(t(wrong.reason, { line: wrong.line }))
    change({ [filter.name]: lines.length > 0 ? lines : null })
    onDone()
  }
  return (
    <form onSubmit={submit} className="space-y-3">
      <Field id={id} label={t(`lines.${filter.kind as 'words'}`)} hint={t(`linesHint.${filter.kind as 'words'}`)} error={error}>
        <textarea
          id={id}
          rows={3}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-describedby={describedBy(id)}
          aria-invalid={error !== undefined || undefined}
          spellCheck={false}
          className={`${controlClass} h-auto! min-h-16 py-1.5 font-mono`}
        />
      </Field>
      <Button type="submit" variant="primary">
        {t('apply')}
      </Button>
    </form>
  )
}

/** The first line that the API cannot be asked for. */
function misfit({ kind }: ImageFilter, lines: readonly string[]) {
  if (kind === 'properties') {
    const line = lines.find((text) => !text.includes('=') || !isPropertyName(splitProperty(text)[0]))
    return line === undefined ? null : ({ reason: 'noProperty', line } as const)
  }
  // The API's lists have no way to write a quotation mark.
  const line = kind === 'words' && lines.length > 1 ? lines.find((text) => text.includes('"')) : undefined
  return line === undefined ? null : ({ reason: 'noQuotes', line } as const)
}
