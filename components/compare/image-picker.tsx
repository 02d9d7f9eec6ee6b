'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy, Field } from '@/components/form/field'
import { useImageName } from '@/components/images/image-name'
import { useSignedIn } from '@/components/layout/session'
import { ShownName } from '@/components/ui/shown-name'
import { foundImagesQuery } from '@/lib/client/found-images'

interface Props {
  label: string
  /** An image that cannot be chosen, because it is chosen already. */
  without: string | undefined
  hrefOf(imageId: string): string
}

/** Finds an image by its name or id, and leads on with it. */
export function ImagePicker({ label, without, hrefOf }: Props) {
  const t = useTranslations('compare')
  const id = useId()
  const nameOf = useImageName()
  const { project } = useSignedIn()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const { data = [], isFetched } = useQuery(foundImagesQuery(asked, project.id))
  const found = data.filter((image) => image.id !== without)
  return (
    <>
      <Field id={id} label={label} hint={t('pickHint')}>
        <input
          id={id}
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
          aria-describedby={describedBy(id)}
          className={controlClass}
        />
      </Field>
      {asked !== '' && isFetched && found.length === 0 && <p className="text-muted text-table">{t('noneFound')}</p>}
      {found.length > 0 && (
        <ul aria-label={t('found')} className="divide-y divide-hairline rounded-card border border-hairline bg-surface">
          {found.map((image) => (
            <li key={image.id} className="px-4 py-2">
              <Link href={hrefOf(image.id)} className="wrap-anywhere rounded-control text-primary underline">
                <ShownName name={nameOf(image)} />
              </Link>
              <code className="block break-all font-mono text-meta text-muted">{image.id}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
