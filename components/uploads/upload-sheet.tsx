'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import type { Draft } from '@/lib/client/uploads/draft'
import { DraftForm, misfitsOf } from './draft-form'
import { useUploads } from './upload-provider'

/** The forms of the files that were chosen. Nothing is sent before the person starts it. */
export function UploadSheet() {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { open, setOpen } = useUploads()
  const start = useStart()
  const [checked, setChecked] = useState(false)
  const [edited, setEdited] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const drafts = open?.drafts ?? []
  const target = open?.target ?? null

  const close = () => {
    setOpen(null)
    setChecked(false)
    setEdited(false)
    setLeaving(false)
    start.reset()
  }
  const leave = () => (edited ? setLeaving(true) : close())
  const keep = (rest: readonly Draft[]) => (rest.length > 0 && open ? setOpen({ ...open, drafts: rest }) : close())
  const change = (id: string, changed: (draft: Draft) => Partial<Draft>) => {
    setEdited(true)
    keep(drafts.map((draft) => (draft.id === id ? { ...draft, ...changed(draft) } : draft)))
  }
  const misfits = drafts.filter((draft) => misfitsOf(draft).size > 0).length
  const submit = () => {
    if (misfits === 0) return start.mutate(undefined, { onSuccess: close })
    // Only what is rendered as wrong can be shown.
    flushSync(() => setChecked(true))
    showFirstMisfit(form.current)
  }

  return (
    <Sheet
      open={open !== null}
      onClose={leave}
      title={
        target ? t('upload.sheetFinish', { name: target.name ?? target.id }) : t('upload.sheetTitle', { count: drafts.length })
      }
      lead={t('upload.sheetLead', { project: project.name })}
      footer={
        <>
          <p role="status" className="mr-auto min-w-0 text-failed text-table max-sm:basis-full">
            {checked && misfits > 0 && t('upload.misfits', { count: misfits })}
          </p>
          <Button onClick={leave}>{t('action.cancel')}</Button>
          <Button variant="primary" onClick={submit} disabled={start.isPending}>
            {start.isPending ? t('upload.starting') : t('upload.start', { count: drafts.length })}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {start.error && <ProblemNotice error={start.error} />}
        {drafts.map((draft) => (
          <DraftForm
            key={draft.id}
            draft={draft}
            checked={checked}
            removable={drafts.length > 1}
            onChange={(changes) => change(draft.id, (now) => ({ form: { ...now.form, ...changes } }))}
            onAnyway={(anyway) => change(draft.id, () => ({ anyway }))}
            onRemove={() => keep(drafts.filter(({ id }) => id !== draft.id))}
          />
        ))}
        <button type="submit" hidden />
      </form>
      <LeaveDialog open={leaving} onOpenChange={setLeaving} onLeave={close} />
    </Sheet>
  )
}

/** The first control that is marked as wrong: in sight, and ready to be mended. */
function showFirstMisfit(form: HTMLFormElement | null) {
  const control = form?.querySelector<HTMLElement>('[aria-invalid=true]')
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

interface LeaveProps {
  open: boolean
  onOpenChange(open: boolean): void
  onLeave(): void
}

function LeaveDialog({ open, onOpenChange, onLeave }: LeaveProps) {
  const t = useTranslations('upload')
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('leaveTitle')}
      cancelLabel={t('stay')}
      actions={
        <Button variant="danger" onClick={onLeave}>
          {t('leave')}
        </Button>
      }
    >
      <p>{t('leaveText')}</p>
    </ConfirmDialog>
  )
}

function useStart() {
  const { queue, open } = useUploads()
  return useMutation({
    mutationFn: async () => {
      // The first shown is the first sent.
      for (const { file, handle, form } of open?.drafts ?? []) {
        await queue.add({ file, handle, form, imageId: open?.target?.id ?? null })
      }
    },
  })
}
