'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import type { Draft } from '@/lib/client/uploads/draft'
import { DraftForms } from './draft-forms'
import { LeftOut } from './left-out'
import { ToCheck } from './to-check'
import { useUploads } from './upload-provider'
import { useDraftCheck } from './use-draft-check'

/** The forms of the files that were chosen. Nothing is sent before the person starts it. */
export function UploadSheet() {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { open, setOpen } = useUploads()
  const [edited, setEdited] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const all = open?.drafts ?? []
  const drafts = all.filter(({ aside }) => !aside)
  const target = open?.target ?? null

  const close = () => {
    setOpen(null)
    setEdited(false)
    setLeaving(false)
    reset()
  }
  const { form, start, checked, misfits, submit, reset, toCheck, showToCheck } = useDraftCheck({
    drafts,
    target,
    onStarted: close,
  })
  const leave = () => (edited ? setLeaving(true) : close())
  const keep = (rest: readonly Draft[]) => (rest.length > 0 && open ? setOpen({ ...open, drafts: rest }) : close())
  const change = (ids: readonly string[], changed: (draft: Draft) => Partial<Draft>) => {
    setEdited(true)
    keep(all.map((draft) => (ids.includes(draft.id) ? { ...draft, ...changed(draft) } : draft)))
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
          <div className="mr-auto min-w-0 max-sm:basis-full">
            <ToCheck checked={checked} misfits={misfits} toCheck={toCheck} onShow={showToCheck} />
          </div>
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
        <DraftForms
          drafts={drafts}
          checked={checked}
          removable={drafts.length > 1}
          onForm={(ids, changes) => change(ids, (now) => ({ form: { ...now.form, ...changes } }))}
          onAnyway={(id, anyway) => change([id], () => ({ anyway }))}
          onRemove={(id) => keep(all.filter((draft) => draft.id !== id))}
        />
        <LeftOut drafts={all.filter(({ aside }) => aside)} onTakeIn={(id) => change([id], () => ({ aside: false }))} />
        <button type="submit" hidden />
      </form>
      <LeaveDialog open={leaving} onOpenChange={setLeaving} onLeave={close} />
    </Sheet>
  )
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
