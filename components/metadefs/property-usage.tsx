'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useJoined } from '@/components/ui/use-joined'
import { isPropertyName } from '@/lib/client/image-filters'
import { imagesHref } from '@/lib/client/image-search'
import type { Usage } from '@/lib/client/metadefs/usage'

const shownValues = 12

interface Props {
  /** The name that the property has on images. */
  name: string
  usage: Usage
}

/** How many images have a property, and with which values; each value leads to its images. */
export function PropertyUsage({ name, usage }: Props) {
  const t = useTranslations('metadefs.usage')
  const { aside } = useJoined()
  const { count, values } = usage.properties.get(name) ?? { count: 0, values: [] }
  const text = t(usage.complete ? 'images' : 'atLeast', { count })
  if (count === 0) return <span className="text-muted">{text}</span>
  return (
    <details>
      <summary className="min-h-6 w-fit rounded-control text-primary" aria-label={t('ofName', { name, text })}>
        {text}
      </summary>
      <ul className="mt-1 space-y-0.5 text-meta">
        {values.slice(0, shownValues).map((one) => (
          <li key={one.value}>
            <Value name={name} value={one.value} />
            <span className="text-muted tabular-nums">{aside(one.count)}</span>
          </li>
        ))}
        {values.length > shownValues && <li className="text-muted">{t('moreValues', { count: values.length - shownValues })}</li>}
      </ul>
    </details>
  )
}

/** The API takes some names for filters of its own, and cannot find images by them. */
function Value({ name, value }: { name: string; value: string }) {
  const t = useTranslations('metadefs.usage')
  const shown = <code className="font-mono wrap-anywhere">{value === '' ? t('emptyValue') : value}</code>
  if (!isPropertyName(name)) return shown
  return (
    <Link
      href={`/images${imagesHref({ tab: 'all', property: [`${name}=${value}`] })}`}
      aria-label={t('show', { name, value })}
      className="inline-block min-h-6 rounded-control text-primary leading-6 hover:underline"
    >
      {shown}
    </Link>
  )
}
