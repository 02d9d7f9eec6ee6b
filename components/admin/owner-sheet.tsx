'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Field } from '@/components/form/field'
import { useImageName } from '@/components/images/image-name'
import { ProjectPicker } from '@/components/sharing/project-picker'
import { useProjectLookUp } from '@/components/sharing/use-project-names'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import { toast } from '@/components/ui/toast'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { projectNamed } from '@/lib/client/known-projects'
import { patchImage } from '@/lib/client/patch-image'

/** Gives an image to another project, after saying what comes of it. */
export function OwnerSheet({ image, onClose }: { image: ImageView; onClose(): void }) {
  const t = useTranslations()
  const id = useId()
  const name = useImageName()(image)
  const known = useProjectLookUp()
  const [text, setText] = useState('')
  const [checked, setChecked] = useState(false)
  const named = projectNamed(text, known)
  const target = named?.kind === 'known' ? named.project.id : named?.kind === 'id' ? named.id : null
  const kind = named?.kind ?? 'required'
  const misfit = kind !== 'known' && kind !== 'id' ? kind : target === image.owner ? 'same' : null
  const give = useGive(image, onClose)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setChecked(true)
    if (target !== null && !misfit) give.mutate(target)
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('adminImages.ownerTitle', { name })}
      lead={t('adminImages.ownerLead')}
      unsaved={text !== ''}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" disabled={give.isPending} onClick={() => submit()}>
            {t('adminImages.ownerConfirm')}
          </Button>
        </>
      }
    >
      <form className="space-y-4" onSubmit={submit}>
        <Field
          id={id}
          label={t('adminImages.newOwner')}
          hint={t('sharing.projectHint')}
          error={checked && misfit ? t(`adminImages.ownerMisfit.${misfit}`) : undefined}
        >
          <ProjectPicker
            id={id}
            label={t('adminImages.newOwner')}
            text={text}
            onChange={setText}
            projects={known.projects.filter(({ id: itself }) => itself !== image.owner)}
            invalid={checked && misfit !== null}
          />
        </Field>
        {target !== null && named?.kind === 'id' && <p className="text-attention text-table">{t('adminImages.ownerUnknown')}</p>}
        {give.error && <ProblemNotice error={give.error} />}
      </form>
    </Sheet>
  )
}

function useGive(image: ImageView, onClose: () => void) {
  const t = useTranslations('adminImages')
  const name = useImageName()(image)
  const client = useQueryClient()
  return useMutation({
    mutationFn: (owner: string) => patchImage(image.id, [{ op: 'replace', path: '/owner', value: owner }]),
    onSuccess: () => {
      onClose()
      toast.success(t('ownerChanged', { name }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: imageQueries.all }),
  })
}
