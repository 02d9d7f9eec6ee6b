'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import type { Draft } from '@/lib/client/uploads/draft'
import type { UploadForm } from '@/lib/client/uploads/upload'
import { DraftForm, misfitsOf } from './draft-form'
import { useUploads } from './upload-provider'

/** The forms of the files that were chosen. Nothing is sent before the person starts it. */
export function UploadSheet() {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { open, setOpen } = useUploads()
  const start = useStart()
  const [checked, setChecked] = useState(false)
  const drafts = open?.drafts ?? []
  const target = open?.target ?? null

  const close = () => {
    setOpen(null)
    setChecked(false)
    start.reset()
  }
  const keep = (rest: readonly Draft[]) => (rest.length > 0 && open ? setOpen({ ...open, drafts: rest }) : close())
  const change = (id: string, form: Partial<UploadForm>) =>
    keep(drafts.map((draft) => (draft.id === id ? { ...draft, form: { ...draft.form, ...form } } : draft)))
  const submit = () => {
    setChecked(true)
    if (drafts.every((draft) => misfitsOf(draft).size === 0)) start.mutate(undefined, { onSuccess: close })
  }

  return (
    <Sheet
      open={open !== null}
      onClose={close}
      title={
        target ? t('upload.sheetFinish', { name: target.name ?? target.id }) : t('upload.sheetTitle', { count: drafts.length })
      }
      lead={t('upload.sheetLead', { project: project.name })}
      footer={
        <>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button variant="primary" onClick={submit} disabled={start.isPending}>
            {start.isPending ? t('upload.starting') : t('upload.start', { count: drafts.length })}
          </Button>
        </>
      }
    >
      <form
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
            onChange={(form) => change(draft.id, form)}
            onAnyway={(anyway) => keep(drafts.map((each) => (each.id === draft.id ? { ...each, anyway } : each)))}
            onRemove={() => keep(drafts.filter(({ id }) => id !== draft.id))}
          />
        ))}
        <button type="submit" hidden />
      </form>
    </Sheet>
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
