'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { ImageFilter } from '@/lib/client/image-filters'
import { formatsQuery } from '@/lib/client/image-queries'
import { useChoiceText } from './filter-text'
import { useImageSearch } from './use-image-search'

/** Choices that apply at once: several where the API takes a list, else one. */
export function ChoicesEditor({ filter }: { filter: ImageFilter }) {
  const t = useTranslations('filters')
  const text = useChoiceText()
  const { search, change } = useImageSearch()
  const choices = useChoices(filter)
  const value = search[filter.name]
  const chosen: readonly string[] = Array.isArray(value) ? value : value === null ? [] : [String(value)]
  if (!choices) return <SkeletonLines count={4} />
  const several = filter.kind === 'choices'
  const toggle = (choice: string, on: boolean) => {
    const others = chosen.filter((other) => other !== choice)
    if (!several) return change({ [filter.name]: on ? choice : null })
    const next = on ? [...others, choice] : others
    change({ [filter.name]: next.length > 0 ? next : null })
  }
  return (
    <fieldset className="space-y-1">
      <legend className="sr-only">{t(filter.name)}</legend>
      {choices.map((choice) => (
        <label key={choice} className="flex min-h-7 items-center gap-2 rounded-control px-1 text-table hover:bg-hover">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={filter.name}
            checked={chosen.includes(choice)}
            onChange={(event) => toggle(choice, event.target.checked)}
            className="size-4 accent-primary"
          />
          {text(filter, choice)}
        </label>
      ))}
    </fieldset>
  )
}

function useChoices(filter: ImageFilter): readonly string[] | undefined {
  const formats = filter.name === 'disk_format' || filter.name === 'container_format'
  const { data } = useQuery({ ...formatsQuery, enabled: formats })
  if ('choices' in filter) return filter.choices
  return filter.name === 'disk_format' ? data?.disk : data?.container
}
