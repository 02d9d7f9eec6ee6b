'use client'

import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useKnownProjects } from '@/components/sharing/use-project-names'
import { byteText } from '@/lib/client/byte-text'
import type { FilterValue, ImageFilter, Range } from '@/lib/client/image-filters'

/** What a choice of a filter is called; formats are called what they are. */
export function useChoiceText(): (filter: ImageFilter, choice: string) => string {
  const t = useTranslations()
  return ({ name }, choice) => {
    switch (name) {
      case 'status':
        return t(`status.${choice as 'active'}`)
      case 'visibility':
        return t(`visibility.${choice as 'private'}`)
      case 'member_status':
        return t(`filters.memberStatus.${choice as 'all'}`)
      case 'os_hidden':
      case 'protected':
        return t(choice === 'true' ? 'image.yes' : 'image.no')
      default:
        return choice
    }
  }
}

/** What a filter holds, in words. */
export function useFilterText(): (filter: ImageFilter, value: FilterValue) => string {
  const format = useFormatter()
  const choiceText = useChoiceText()
  const rangeText = useRangeText()
  const projects = useKnownProjects()
  return (filter, value) => {
    if (Array.isArray(value)) {
      // Several tags or properties must all be there, of everything else one is enough.
      const type = filter.kind === 'tags' || filter.kind === 'properties' ? 'conjunction' : 'disjunction'
      return format.list(
        (value as readonly string[]).map((choice) => choiceText(filter, choice)),
        { type },
      )
    }
    if (typeof value === 'object' && value !== null) return rangeText(filter, value as Range)
    if (filter.name === 'owner') return projects.find(({ id }) => id === value)?.name ?? value ?? ''
    return value === null ? '' : choiceText(filter, value)
  }
}

function useRangeText(): (filter: ImageFilter, range: Range) => string {
  const t = useTranslations()
  const format = useFormatter()
  const locale = useLocale()
  const bound = ({ name, kind }: ImageFilter, value: string) => {
    if (kind === 'dates') return format.dateTime(new Date(`${value}T00:00:00`), { dateStyle: 'medium' })
    if (kind === 'bytes') return byteText(Number(value), locale)
    return t(name === 'min_disk' ? 'image.gib' : 'image.mib', { count: Number(value) })
  }
  return (filter, { from, to }) => {
    if (!to) return t('filters.from', { from: bound(filter, from) })
    if (!from) return t('filters.to', { to: bound(filter, to) })
    return t('filters.between', { from: bound(filter, from), to: bound(filter, to) })
  }
}
