'use client'

import { Pencil } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { buttonClass } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { RefusableButton } from '@/components/ui/refusable-button'
import { ShownName } from '@/components/ui/shown-name'
import { customProperties, type ImageView } from '@/lib/client/image-view'

/** The custom properties and the tags, to read. */
export function ImageProperties({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  const properties = customProperties(image)
  return (
    <>
      <section className="rounded-card border border-hairline bg-surface">
        <div className="flex flex-wrap items-center justify-between gap-2 border-hairline border-b px-4 py-2">
          <h2 className="font-semibold text-body">{t('properties')}</h2>
          <EditLink image={image} label={t('editProperties')} />
        </div>
        {properties.length === 0 ? (
          <p className="px-4 py-3 text-muted text-table">{t('noProperties')}</p>
        ) : (
          <table className="w-full table-fixed text-table">
            <thead className="sr-only">
              <tr>
                <th scope="col">{t('property')}</th>
                <th scope="col">{t('value')}</th>
              </tr>
            </thead>
            <tbody className="divide-y divide-hairline">
              {properties.map(([name, value]) => (
                <tr key={name}>
                  <th
                    scope="row"
                    className="w-2/5 break-all px-4 py-2 text-left align-top font-mono font-normal text-meta text-muted leading-6"
                  >
                    <ShownName name={name} />
                  </th>
                  <td className="px-4 py-2">
                    <span className="flex items-start gap-1">
                      <span className="min-w-0 whitespace-pre-wrap wrap-anywhere font-mono text-meta leading-6">
                        <ShownName name={value} lines />
                      </span>
                      <CopyButton text={value} what={name} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="rounded-card border border-hairline bg-surface">
        <div className="flex flex-wrap items-center justify-between gap-2 border-hairline border-b px-4 py-2">
          <h2 className="font-semibold text-body">{t('tags')}</h2>
          <EditLink image={image} label={t('editTags')} />
        </div>
        {image.tags.length === 0 ? (
          <p className="px-4 py-3 text-muted text-table">{t('noTags')}</p>
        ) : (
          <ul className="flex flex-wrap gap-2 px-4 py-3">
            {[...image.tags].sort().map((tag) => (
              <li key={tag} className="wrap-anywhere rounded-control bg-hover px-2 py-0.5 text-table">
                <ShownName name={tag} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function EditLink({ image, label }: { image: ImageView; label: string }) {
  const t = useTranslations('properties')
  const refusal = useImageRefusal('modify_image', image)
  const content = (
    <>
      <Pencil size={14} aria-hidden />
      {t('link')}
    </>
  )
  if (refusal)
    return (
      <RefusableButton refusal={refusal} size="small" aria-label={label}>
        {content}
      </RefusableButton>
    )
  return (
    <Link
      href={`/images/${encodeURIComponent(image.id)}/properties`}
      className={buttonClass({ size: 'small' })}
      aria-label={label}
    >
      {content}
    </Link>
  )
}
