'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactNode, useRef } from 'react'
import { Button } from './button'

export interface ConfirmProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  children: ReactNode
  /** The way out that changes nothing; it has the focus. */
  cancelLabel: string
  /** What can be done, left to right; nothing where the dialog only explains. */
  actions?: ReactNode
}

/** Asks before something is lost. */
export function ConfirmPanel({ open, onOpenChange, title, children, cancelLabel, actions }: ConfirmProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className="fixed inset-0 z-50 bg-scrim" />
        <AlertDialog.Popup
          initialFocus={cancel}
          className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[calc(100vw-32px)] max-w-lg overflow-y-auto rounded-card border border-hairline bg-surface p-6 shadow-overlay outline-none"
        >
          <AlertDialog.Title className="font-semibold text-section">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-2 space-y-2 text-body text-muted">
            {children}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close render={<Button ref={cancel} />}>{cancelLabel}</AlertDialog.Close>
            {actions}
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
