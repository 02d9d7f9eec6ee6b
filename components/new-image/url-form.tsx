'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SkeletonLines } from '@/components/ui/skeleton'
import { Advanced, VisibilityField } from '@/components/uploads/draft-fields'
import { emptyUrlForm, type UrlForm, urlFormFits, urlFormFrom, urlFormText, withAddress } from '@/lib/client/kept-url-form'
import type { UploadForm } from '@/lib/client/uploads/upload'
import { importFromWeb, LeftBehind } from '@/lib/client/web-import'
import { UrlFields } from './url-fields'
import { useKeptForm } from './use-kept-form'

/** The form of an image whose data the cloud fetches itself; it outlives a reload. */
export function UrlForms() {
  const { form, change } = useKeptForm({ kind: 'url', from: urlFormFrom, text: urlFormText })
  return form ? <FilledForm form={form} onChange={change} /> : <SkeletonLines count={6} />
}

interface FilledProps {
  form: UrlForm
  onChange(form: UrlForm): void
}

function FilledForm({ form, onChange }: FilledProps) {
  const t = useTranslations('newImage')
  const id = useId()
  const router = useRouter()
  const [checked, setChecked] = useState(false)
  const { uri, image } = form
  const begin = useMutation({
    mutationFn: () => importFromWeb(image, uri.trim()),
    onSuccess: (imageId) => {
      onChange(emptyUrlForm)
      router.push(`/images/${imageId}`)
    },
  })
  const change = (changes: Partial<UploadForm>) => onChange({ uri, image: { ...image, ...changes } })
  const fits = urlFormFits(form)
  const submit = () => (Object.values(fits).every(Boolean) ? begin.mutate() : setChecked(true))
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!begin.isPending) submit()
      }}
    >
      <Refused error={begin.error} />
      <AddressField
        id={`${id}uri`}
        uri={uri}
        wrong={checked && !fits.uri}
        onChange={(next) => onChange(withAddress(form, next))}
      />
      <UrlFields
        id={id}
        form={image}
        onChange={change}
        wrong={{ name: checked && !fits.name, minDisk: checked && !fits.minDisk }}
      />
      <VisibilityField id={`${id}visibility`} value={image.visibility} onChange={change} />
      <Advanced id={id} form={image} onChange={change} />
      <div className="flex justify-end">
        <Button variant="primary" type="submit">
          {t(begin.isPending ? 'beginning' : 'begin')}
        </Button>
      </div>
    </form>
  )
}

interface AddressProps {
  id: string
  uri: string
  wrong: boolean
  onChange(uri: string): void
}

function AddressField({ id, uri, wrong, onChange }: AddressProps) {
  const t = useTranslations('newImage')
  return (
    <Field id={id} label={t('address')} hint={t('addressHint')} error={wrong ? t('addressInvalid') : undefined}>
      <input
        id={id}
        type="url"
        value={uri}
        placeholder="https://"
        onChange={({ target }) => onChange(target.value)}
        aria-invalid={wrong}
        aria-describedby={describedBy(id)}
        className={controlClass}
      />
    </Field>
  )
}

/** Why the import has not begun, and the image that it may have left. */
function Refused({ error }: { error: Error | null }) {
  const t = useTranslations('newImage')
  if (!error) return null
  if (!(error instanceof LeftBehind)) return <ProblemNotice error={error} />
  return (
    <>
      <ProblemNotice error={error.reason} />
      <Notice tone="attention" title={t('leftTitle')}>
        <Link href={`/images/${error.imageId}`} className="text-primary underline">
          {t('leftLink')}
        </Link>
      </Notice>
    </>
  )
}
