'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { MatchHint } from './match-hint'

interface Props {
  /** Where the API lists the hidden images to which the same filters apply. */
  path: string
  /** What they have in common: a name or an id, several filters, or only that they belong to this list. */
  by: 'name' | 'filters' | 'list'
  onShow(): void
}

const few = { name: 'hiddenNamed', filters: 'hiddenMatch', list: 'hiddenHere' } as const
const many = { name: 'hiddenMany', filters: 'hiddenMany', list: 'hiddenHereMany' } as const

/** Says of an empty list that hidden images match, which are in no other list, and shows them; nothing where none does. */
export function HiddenMatches({ path, by, onShow }: Props) {
  const t = useTranslations('images')
  return (
    <MatchHint
      path={path}
      text={(count, more) => t((more ? many : few)[by], { count })}
      way={(count) => (
        <Button size="small" onClick={onShow}>
          {t('hiddenShow', { count })}
        </Button>
      )}
    />
  )
}
