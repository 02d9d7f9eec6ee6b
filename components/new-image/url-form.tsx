'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import type { Refusal } from '@/components/layout/use-refusal'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { Advanced, VisibilityField } from '@/components/uploads/draft-form'
import { diskFormatNamed, nameFor } from '@/lib/client/uploads/draft'
import type { UploadForm } from '@/lib/client/uploads/upload'
import { fileNameIn, importFromWeb, isWebAddress, LeftBehind } from '@/lib/client/web-import'
import { UrlFields } from './url-fields'

const empty: UploadForm = {
  ...{ name: '', diskFormat: 'qcow2', containerFormat: 'bare', minDisk: 0, visibility: 'private', protected: false },
  tags: [],
}

/** The form of an image whose data the cloud fetches itself. */
export function UrlForm({ refusal }: { refusal: Refusal | null }) {
  const t = useTranslations('newImage')
  const id = useId()
  const router = useRouter()
  const [uri, setUri] = useState('')
  const [form, setForm] = useState(empty)
  const [checked, setChecked] = useState(false)
  const begin = useMutation({
    mutationFn: () => importFromWeb(form, uri.trim()),
    onSuccess: (imageId) => router.push(`/images/${imageId}`),
  })
  const change = (changes: Partial<UploadForm>) => setForm((now) => ({ ...now, ...changes }))
  const fits = {
    uri: isWebAddress(uri.trim()),
    name: form.name.trim() !== '',
    minDisk: Number.isInteger(form.minDisk) && form.minDisk >= 0,
  }
  const rename = (next: string) => {
    const guessed = nameFor(fileNameIn(uri))
    setUri(next)
    const file = fileNameIn(next)
    // What the person has typed stays.
    if (form.name === '' || form.name === guessed)
      change({ name: nameFor(file), diskFormat: diskFormatNamed(file) ?? form.diskFormat })
  }
  const submit = () => (Object.values(fits).every(Boolean) ? begin.mutate() : setChecked(true))
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!begin.isPending) submit()
      }}
    >
      {begin.error && <ProblemNotice error={begin.error instanceof LeftBehind ? begin.error.reason : begin.error} />}
      {begin.error instanceof LeftBehind && <Left imageId={begin.error.imageId} />}
      <Field
        id={`${id}uri`}
        label={t('address')}
        hint={t('addressHint')}
        error={checked && !fits.uri ? t('addressInvalid') : undefined}
      >
        <input
          id={`${id}uri`}
          type="url"
          value={uri}
          placeholder="https://"
          onChange={({ target }) => rename(target.value)}
          aria-invalid={checked && !fits.uri}
          aria-describedby={describedBy(`${id}uri`)}
          className={controlClass}
        />
      </Field>
      <UrlFields
        id={id}
        form={form}
        onChange={change}
        wrong={{ name: checked && !fits.name, minDisk: checked && !fits.minDisk }}
      />
      <VisibilityField id={`${id}visibility`} form={form} onChange={change} />
      <Advanced id={id} form={form} onChange={change} />
      <div className="flex justify-end">
        <RefusableButton refusal={refusal} variant="primary" type="submit">
          {t(begin.isPending ? 'beginning' : 'begin')}
        </RefusableButton>
      </div>
    </form>
  )
}

function Left({ imageId }: { imageId: string }) {
  const t = useTranslations('newImage')
  return (
    <Notice tone="attention" title={t('leftTitle')}>
      <Link href={`/images/${imageId}`} className="text-primary underline">
        {t('leftLink')}
      </Link>
    </Notice>
  )
}
