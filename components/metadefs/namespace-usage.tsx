'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { useUsage } from './use-usage'

/** How many images use a namespace: exactly, or of how many that were read, with a way to read on. */
export function NamespaceUsage({ namespace }: { namespace: NamespaceView }) {
  const t = useTranslations('metadefs.usage')
  const { usage, error, isFetching, countOn } = useUsage(namespace)
  if (error) return <p>{t('failed')}</p>
  if (!usage) return isFetching && <p>{t('counting')}</p>
  return (
    <p className="flex flex-wrap items-center gap-2">
      {t(usage.complete ? 'all' : 'some', { count: usage.count, read: usage.read })}
      {!usage.complete && (
        <Button size="small" disabled={isFetching} onClick={() => countOn()}>
          {t('countOn')}
        </Button>
      )}
    </p>
  )
}
