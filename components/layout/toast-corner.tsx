'use client'

import { useTheme } from 'next-themes'
import { useEffect } from 'react'
import { Toaster } from 'sonner'
import { useTranslations } from 'use-intl'
import { toastsReady } from '@/components/ui/toast'

/** The corner of the window in which toasts appear. */
export function ToastCorner() {
  const { resolvedTheme } = useTheme()
  const t = useTranslations('app')
  // What is said before it listens, it does not hear.
  useEffect(toastsReady, [])
  return (
    <Toaster
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-left"
      containerAriaLabel={t('notifications')}
      toastOptions={{
        classNames: {
          toast: 'rounded-card! border-hairline! bg-surface! text-ink! shadow-overlay! font-sans! text-table!',
          description: 'text-muted!',
          cancelButton: 'bg-hover! text-ink! rounded-control!',
          actionButton: 'bg-primary! text-on-primary! rounded-control!',
        },
      }}
    />
  )
}
