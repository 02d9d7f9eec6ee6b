'use client'

import { useTheme } from 'next-themes'
import { Toaster } from 'sonner'
import { useTranslations } from 'use-intl'

export function Toasts() {
  const { resolvedTheme } = useTheme()
  const t = useTranslations('app')
  return (
    <Toaster
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-left"
      containerAriaLabel={t('notifications')}
      toastOptions={{
        classNames: {
          toast: 'rounded-card! border-hairline! bg-surface! text-ink! shadow-overlay! font-sans! text-table!',
          description: 'text-muted!',
          actionButton: 'bg-primary! text-on-primary! rounded-control!',
        },
      }}
    />
  )
}
