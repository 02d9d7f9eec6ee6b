'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { iconButtonClass } from '@/components/ui/icon-button'
import { NavigationList } from './navigation-list'

interface Props {
  open: boolean
  setOpen(open: boolean): void
  /** Has the focus again afterwards. */
  button: RefObject<HTMLButtonElement | null>
}

/** The whole navigation, over the page. */
export function PhoneSheet({ open, setOpen, button }: Props) {
  const t = useTranslations()
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          finalFocus={button}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[calc(100vw-48px)] flex-col bg-surface shadow-overlay outline-none"
        >
          <header className="flex h-12 shrink-0 items-center justify-between border-hairline border-b pr-2 pl-6">
            <Dialog.Title className="font-semibold text-body">{t('app.name')}</Dialog.Title>
            <Dialog.Close aria-label={t('action.close')} className={iconButtonClass}>
              <X size={16} aria-hidden />
            </Dialog.Close>
          </header>
          <nav aria-label={t('app.mainNavigation')} className="overflow-y-auto p-3">
            <NavigationList onChosen={() => setOpen(false)} />
          </nav>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
