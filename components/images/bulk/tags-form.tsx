'use client'

import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { isTag } from '@/lib/client/bulk-actions'

interface Props {
  /** How many images are chosen. */
  count: number
  onChoose(kind: 'addTag' | 'removeTag', tag: string): void
}

/** A tag that all chosen images get or lose. */
export function TagsForm({ count, onChoose }: Props) {
  const t = useTranslations('bulk')
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const choose = (kind: 'addTag' | 'removeTag') => {
    const tag = text.trim()
    if (isTag(tag)) onChoose(kind, tag)
    else setWrong(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    choose('addTag')
  }
  return (
    <form onSubmit={submit} className="space-y-3">
      <Field id={id} label={t('tag')} error={wrong ? t('noTag') : undefined}>
        <input
          id={id}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={wrong || undefined}
          aria-describedby={describedBy(id)}
          className={controlClass}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t('addTag', { count })}
        </Button>
        <Button onClick={() => choose('removeTag')}>{t('removeTag', { count })}</Button>
      </div>
    </form>
  )
}
