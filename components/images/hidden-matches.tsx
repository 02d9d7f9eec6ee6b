'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { imageQueries } from '@/lib/client/image-queries'

interface Props {
  /** Where the API lists the hidden images to which the same filters apply. */
  path: string
  /** Whether a name or an id is what they have in common. */
  named: boolean
  onShow(): void
}

/** Says of an empty list that hidden images match, which are in no other list, and shows them; nothing where none does. */
export function HiddenMatches({ path, named, onShow }: Props) {
  const t = useTranslations('images')
  const { project } = useSignedIn()
  const { data } = useQuery(imageQueries.hidden(path, project.id))
  const count = data?.images.length ?? 0
  const kind = data?.next ? 'hiddenMany' : named ? 'hiddenNamed' : 'hiddenMatch'
  return (
    <div role="status" className="empty:hidden">
      {count > 0 && (
        <p className="mt-1 flex flex-wrap items-center justify-center gap-2 text-table">
          {t(kind, { count })}
          <Button size="small" onClick={onShow}>
            {t('hiddenShow', { count })}
          </Button>
        </p>
      )}
    </div>
  )
}
