'use client'

import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'

interface Props {
  title: string
  lead: string
  /** What the button says that sends the form. */
  submitLabel: string
  pending: boolean
  error: Error | null
  /** Whether something is filled in that leaving the page would lose. */
  unsaved: boolean
  onSubmit(): void
  onClose(): void
  children: ReactNode
}

/** A side sheet with one form, its refusal, and the ways out. */
export function SheetForm({ title, lead, submitLabel, pending, error, unsaved, onSubmit, onClose, children }: Props) {
  const t = useTranslations()
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      lead={lead}
      unsaved={unsaved}
      footer={
        <>
          <SheetCancel />
          <Button type="submit" form={id} variant="primary" disabled={pending}>
            {pending ? t('properties.saving') : submitLabel}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="space-y-4">
        {children}
        {error && <ProblemNotice error={error} />}
      </form>
    </Sheet>
  )
}
