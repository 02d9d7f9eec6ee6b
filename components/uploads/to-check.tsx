'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

interface Props {
  /** Misfits are said once the person has tried to start; until then, what is better looked at first. */
  checked: boolean
  misfits: number
  toCheck: number
  onShow(): void
}

/** How many files need a correction, or should be looked at before they are sent; leads to the first of these. */
export function ToCheck({ checked, misfits, toCheck, onShow }: Props) {
  const t = useTranslations('upload')
  return (
    <>
      <p role="status" className="text-failed text-table">
        {checked && misfits > 0 && t('misfits', { count: misfits })}
      </p>
      {!checked && toCheck > 0 && (
        <Button variant="quiet" className="-ml-3" onClick={onShow}>
          <TriangleAlert size={16} aria-hidden className="text-attention" />
          {t('toCheck', { count: toCheck })}
        </Button>
      )}
    </>
  )
}
