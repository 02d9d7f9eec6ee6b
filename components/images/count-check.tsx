'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import type { ImageView } from '@/lib/client/image-view'

const fewImages = 5

/** Whether a deletion is so grave that the person has to type how many images it removes. */
export function asksForCount(images: readonly Pick<ImageView, 'visibility'>[]): boolean {
  return images.length > fewImages || images.some(({ visibility }) => visibility !== 'private')
}

interface Props {
  count: number
  text: string
  onChange(text: string): void
}

/** A field in which a number is typed, so that nothing is deleted by a press too many. */
export function CountCheck({ count, text, onChange }: Props) {
  const t = useTranslations('delete')
  const id = useId()
  return (
    <div className="pt-1">
      <label htmlFor={id} className="mb-1 block font-medium text-ink text-table">
        {t('typeCount', { count: String(count) })}
      </label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        className={`${controlClass} max-w-32`}
      />
    </div>
  )
}
