'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

/** How many files should be looked at before they are sent; leads to the first. */
export function ToCheck({ count, onShow }: { count: number; onShow(): void }) {
  const t = useTranslations('upload')
  if (count === 0) return null
  return (
    <Button variant="quiet" className="-ml-3" onClick={onShow}>
      <TriangleAlert size={16} aria-hidden className="text-attention" />
      {t('toCheck', { count })}
    </Button>
  )
}
