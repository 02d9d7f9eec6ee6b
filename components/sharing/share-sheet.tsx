'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Field } from '@/components/form/field'
import { useImageName } from '@/components/images/image-name'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import { toast } from '@/components/ui/toast'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { projectNamed } from '@/lib/client/known-projects'
import { membersQuery, shareImage } from '@/lib/client/sharing'
import { ProjectPicker } from './project-picker'
import { ShareProblem } from './share-problem'
import { useCopyInvitation } from './use-copy-invitation'
import { useProjectLookUp } from './use-project-names'

/** Shares an image with one more project, after saying what comes of it. */
export function ShareSheet({ image, onClose }: { image: ImageView; onClose(): void }) {
  const t = useTranslations()
  const name = useImageName()(image)
  const form = useShareForm(image, onClose)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('sharing.sheetTitle', { name })}
      lead={t('sharing.sheetLead')}
      unsaved={form.text !== ''}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" disabled={form.share.isPending} onClick={() => form.submit()}>
            {t(form.share.isPending ? 'sharing.sharing' : 'sharing.confirm')}
          </Button>
        </>
      }
    >
      <ShareForm image={image} form={form} />
    </Sheet>
  )
}

/** With whom the person wants to share, what is wrong with that, and the way to do it. */
function useShareForm(image: ImageView, onShared: () => void) {
  const [text, setText] = useState('')
  const [checked, setChecked] = useState(false)
  const { target, misfit, candidates } = useTarget(image, text)
  const share = useShare(image, onShared)
  return {
    text,
    candidates,
    share,
    target: misfit ? null : target,
    error: misfit === 'required' && !checked ? null : misfit,
    change(next: string) {
      share.reset()
      setText(next)
    },
    submit(event?: FormEvent) {
      event?.preventDefault()
      setChecked(true)
      if (target && !misfit) share.mutate(target)
    },
  }
}

function ShareForm({ image, form }: { image: ImageView; form: ReturnType<typeof useShareForm> }) {
  const t = useTranslations('sharing')
  const id = useId()
  const { text, candidates, share, target, error, change, submit } = form
  return (
    <form className="space-y-4" onSubmit={submit}>
      <Field id={id} label={t('project')} hint={t('projectHint')} error={error ? t(`misfit.${error}`) : undefined}>
        <ProjectPicker
          id={id}
          label={t('project')}
          text={text}
          onChange={change}
          projects={candidates}
          invalid={error !== null}
        />
      </Field>
      {target ? <Review image={image} target={target} /> : <BecomesShared image={image} />}
      {share.error && <ShareProblem error={share.error} />}
    </form>
  )
}

interface Target {
  id: string
  /** The name, else the id. */
  name: string
  known: boolean
}

function useTarget(image: ImageView, text: string) {
  const { project } = useSignedIn()
  const known = useProjectLookUp()
  const { data: members = [] } = useQuery({ ...membersQuery(image.id, project.id), enabled: image.visibility === 'shared' })
  const has = (id: string) => members.some(({ member_id }) => member_id === id)
  const candidates = known.projects.filter(({ id }) => id !== image.owner && !has(id))
  const named = projectNamed(text, known)
  const target: Target | null =
    named?.kind === 'known'
      ? { ...named.project, known: true }
      : named?.kind === 'id'
        ? { id: named.id, name: named.id, known: false }
        : null
  const kind = named?.kind ?? ('required' as const)
  const misfit = kind !== 'known' && kind !== 'id' ? kind : misfitOf(target?.id ?? '', image, has)
  return { target, misfit, candidates }
}

function misfitOf(id: string, image: ImageView, isMember: (id: string) => boolean): 'owner' | 'already' | null {
  if (id === image.owner) return 'owner'
  return isMember(id) ? 'already' : null
}

function useShare(image: ImageView, onClose: () => void) {
  const t = useTranslations('sharing')
  const client = useQueryClient()
  const copyInvitation = useCopyInvitation()
  return useMutation({
    mutationFn: ({ id }: Target) => shareImage(image, id),
    onSuccess: (_, { id, name }) => {
      onClose()
      toast.success(t('shared', { name }), {
        description: t(image.visibility === 'private' ? 'becameShared' : 'sharedText'),
        action: { label: t('copyInvitation'), onClick: () => void copyInvitation(image.id, id) },
      })
    },
    onSettled: () => client.invalidateQueries({ queryKey: imageQueries.all }),
  })
}

/** What sharing does to the image, whoever it will be shared with. */
function BecomesShared({ image }: { image: ImageView }) {
  const t = useTranslations('sharing.review')
  return image.visibility === 'private' && <p className="font-medium text-attention text-table">{t('becomesShared')}</p>
}

/** What the person is about to do, in sentences. */
function Review({ image, target }: { image: ImageView; target: Target }) {
  const t = useTranslations('sharing.review')
  return (
    <section aria-label={t('title')} className="rounded-card border border-hairline px-4 py-3 text-table">
      <h3 className="font-semibold text-body">{t('title')}</h3>
      <ul className="mt-1 list-disc space-y-1 pl-4">
        <li className="wrap-anywhere">{t('gets', { name: target.name })}</li>
        {image.visibility === 'private' && <li className="font-medium text-attention">{t('becomesShared')}</li>}
        <li>{t('pending')}</li>
        {!target.known && <li className="text-attention">{t('unknown')}</li>}
      </ul>
    </section>
  )
}
