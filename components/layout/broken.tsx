'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

interface Props {
  error: Error & { digest?: string }
  onRetry(): void
}

/** What stands where a page could not be rendered. In production the digest is all that the server tells of its fault. */
export function Broken({ error, onRetry }: Props) {
  const t = useTranslations()
  return (
    <main className="mx-auto flex max-w-md flex-col items-start gap-2 px-6 py-24">
      <h1 className="font-semibold text-page">{t('app.brokenTitle')}</h1>
      <p className="text-muted">{t('app.brokenText')}</p>
      <code className="break-all font-mono text-meta">{error.digest ?? error.message}</code>
      <Button variant="primary" className="mt-4" onClick={onRetry}>
        {t('action.retry')}
      </Button>
    </main>
  )
}
