'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Plus, Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SkeletonLines } from '@/components/ui/skeleton'
import { DraftForms } from '@/components/uploads/draft-forms'
import { ToCheck } from '@/components/uploads/to-check'
import { useDraftCheck } from '@/components/uploads/use-draft-check'
import { pickFiles } from '@/lib/client/uploads/chosen-files'
import { draftsOf } from '@/lib/client/uploads/draft'
import { draftsFrom, draftsText, type KeptDraft, keptDraft, readyDrafts } from '@/lib/client/uploads/kept-drafts'
import { GhostDraft } from './ghost-draft'
import { useKeptForm } from './use-kept-form'

/** The forms of files, which outlive a reload. Nothing is sent before the person starts it. */
export function FileForms() {
  const t = useTranslations()
  const router = useRouter()
  const client = useQueryClient()
  const { form: drafts, change } = useKeptForm({ kind: 'file', from: draftsFrom, text: draftsText })
  const kept = drafts ?? []
  const ready = readyDrafts(kept)
  const onStarted = () => {
    change(kept.filter(({ read }) => read === null))
    router.push('/uploads')
  }
  const { form, start, checked, misfits, submit, toCheck, showToCheck } = useDraftCheck({
    drafts: ready,
    target: null,
    onStarted,
  })
  const choose = async () => {
    const chosen = (await pickFiles(true)) ?? []
    const made = await draftsOf(chosen, null, client)
    if (made.length > 0) change([...kept, ...(await Promise.all(made.map(keptDraft)))])
  }
  const edit = (ids: readonly string[], changed: (draft: KeptDraft) => Partial<KeptDraft>) =>
    change(kept.map((draft) => (ids.includes(draft.id) ? { ...draft, ...changed(draft) } : draft)))
  const remove = (id: string) => change(kept.filter((draft) => draft.id !== id))
  if (!drafts) return <SkeletonLines count={6} />
  if (kept.length === 0) return <NoFile onChoose={choose} />
  return (
    <form
      ref={form}
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {start.error && <ProblemNotice error={start.error} />}
      {kept
        .filter(({ read }) => read === null)
        .map((draft) => (
          <GhostDraft
            key={draft.id}
            draft={draft}
            onFound={(found) => edit([draft.id], () => found)}
            onRemove={() => remove(draft.id)}
          />
        ))}
      <DraftForms
        drafts={ready}
        checked={checked}
        removable
        onForm={(ids, changes) => edit(ids, (now) => ({ form: { ...now.form, ...changes } }))}
        onAnyway={(id, anyway) => edit([id], () => ({ anyway }))}
        onRemove={remove}
      />
      <div className="flex flex-wrap items-center gap-2">
        <div className="mr-auto">
          <ToCheck checked={checked} misfits={misfits} toCheck={toCheck} onShow={showToCheck} />
        </div>
        <Button onClick={choose}>
          <Plus size={16} aria-hidden />
          {t('uploads.add')}
        </Button>
        <Button variant="primary" type="submit" disabled={start.isPending || ready.length === 0}>
          {start.isPending ? t('upload.starting') : t('upload.start', { count: Math.max(ready.length, 1) })}
        </Button>
      </div>
    </form>
  )
}

function NoFile({ onChoose }: { onChoose(): void }) {
  const t = useTranslations()
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-control border-dashed bg-surface px-6 py-16 text-center">
      <Upload size={24} aria-hidden className="text-muted" />
      <h2 className="font-semibold text-section">{t('newImage.chooseTitle')}</h2>
      <p className="max-w-md text-muted text-table">{t('newImage.chooseText')}</p>
      <Button variant="primary" className="mt-3" onClick={onChoose}>
        {t('upload.choose')}
      </Button>
    </div>
  )
}
