'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { leaveBy } from '@/lib/client/leaving'
import { iconButtonClass } from './icon-button'
import { LeaveGuard } from './leave-guard'
import { SheetClosing } from './sheet-cancel'

export interface SheetProps {
  open: boolean
  onClose(): void
  title: string
  lead: string
  children: ReactNode
  footer: ReactNode
  /** Whether something is filled in that would be lost: closing the sheet and leaving the page ask first. */
  unsaved?: boolean
}

/** A side sheet for a form: full height at the right, the whole width on a phone. */
export function SheetPanel({ open, onClose, title, lead, children, footer, unsaved = false }: SheetProps) {
  const t = useTranslations('action')
  const close = () => (unsaved ? leaveBy(onClose) : onClose())
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          ref={popup}
          initialFocus={() =>
            popup.current?.querySelector<HTMLElement>('[data-initial-focus]') ?? popup.current?.querySelector('input') ?? true
          }
          className="fixed inset-y-0 right-0 z-50 flex w-full max-w-140 flex-col border-hairline border-l bg-surface shadow-overlay outline-none"
        >
          <header className="flex items-start justify-between gap-4 border-hairline border-b px-6 py-4">
            <div>
              <Dialog.Title className="font-semibold text-section">{title}</Dialog.Title>
              <Dialog.Description className="text-muted text-table">{lead}</Dialog.Description>
            </div>
            <Dialog.Close aria-label={t('close')} className={iconButtonClass}>
              <X size={16} aria-hidden />
            </Dialog.Close>
          </header>
          <div className="flex-1 overflow-y-auto px-6 py-4">{children}</div>
          <footer className="flex flex-wrap items-center justify-end gap-2 border-hairline border-t px-6 py-4">
            <SheetClosing value={close}>{footer}</SheetClosing>
          </footer>
          <LeaveGuard active={open && unsaved} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
