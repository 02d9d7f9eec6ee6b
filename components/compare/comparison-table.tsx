'use client'

import { clsx } from 'clsx'
import { Equal, EqualNot } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { useImageName } from '@/components/images/image-name'
import { ImageStatusBadge } from '@/components/images/image-status'
import { ImageVisibility } from '@/components/images/image-visibility'
import { useProjectName } from '@/components/sharing/use-project-names'
import { Bytes } from '@/components/ui/bytes'
import { Moment } from '@/components/ui/moment'
import { ShownName } from '@/components/ui/shown-name'
import { type ComparedField, type ComparedRow, compareImages } from '@/lib/client/image-comparison'
import type { ImageStatus, ImageView, Visibility } from '@/lib/client/image-view'

/** Every field and property of two images in a row each, those that differ first. */
export function ComparisonTable({ a, b }: { a: ImageView; b: ImageView }) {
  const t = useTranslations('compare')
  const caption = useId()
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  const rows = compareImages(a, b)
  const differing = rows.filter(({ differs }) => differs)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p id={caption} className="text-table">
          {t('count', { count: differing.length })}
        </p>
        <Checkbox label={t('only')} checked={onlyDiffering} onChange={({ target }) => setOnlyDiffering(target.checked)} />
      </div>
      <div className="rounded-card border border-hairline bg-surface">
        <table aria-labelledby={caption} className="w-full table-fixed border-collapse text-table">
          <thead>
            <tr className="border-hairline border-b text-left align-top">
              <th scope="col" className="hidden px-3 py-2 sm:table-cell sm:w-52">
                <span className="sr-only">{t('field')}</span>
              </th>
              {[a, b].map((image) => (
                <Heading key={image.id} image={image} />
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-hairline">
            {(onlyDiffering ? differing : rows).map((row) => (
              <Row key={`${row.property} ${row.name}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Heading({ image }: { image: ImageView }) {
  const name = useImageName()(image)
  return (
    <th scope="col" className="px-3 py-2 font-medium">
      <Link href={`/images/${encodeURIComponent(image.id)}`} className="wrap-anywhere rounded-control text-primary underline">
        <ShownName name={name} />
      </Link>
      <code className="block break-all font-mono font-normal text-meta text-muted">{image.id}</code>
    </th>
  )
}

/** On a phone the name stands in a row of its own, above the two values. */
function Row({ row }: { row: ComparedRow }) {
  const { values, differs } = row
  const look = clsx('align-top', differs && 'bg-attention-soft')
  return (
    <>
      <tr className={clsx(look, 'sm:hidden')}>
        <th scope="row" colSpan={2} className="px-3 pt-2 text-left font-normal">
          <RowName row={row} />
        </th>
      </tr>
      <tr className={clsx(look, 'max-sm:border-t-0!')}>
        <th scope="row" className="hidden px-3 py-2 text-left font-normal sm:table-cell">
          <RowName row={row} />
        </th>
        {(['a', 'b'] as const).map((side, index) => (
          <td key={side} className="px-3 py-2 wrap-anywhere sm:pr-6">
            <Value row={row} text={values[index] ?? null} />
          </td>
        ))}
      </tr>
    </>
  )
}

function RowName({ row: { name, property, differs } }: { row: ComparedRow }) {
  const t = useTranslations('compare')
  const Glyph = differs ? EqualNot : Equal
  return (
    <span className="flex items-start gap-2">
      <Glyph size={14} aria-hidden className={clsx('mt-0.5 shrink-0', differs ? 'text-attention' : 'text-muted')} />
      <span className={clsx('min-w-0 wrap-anywhere', property ? 'font-mono text-meta leading-5' : 'text-muted')}>
        {property ? <ShownName name={name} /> : t(`fields.${name as ComparedField}`)}
        <span className="sr-only">: {t(differs ? 'differs' : 'same')}</span>
      </span>
    </span>
  )
}

function Value({ row: { name, property }, text }: { row: ComparedRow; text: string | null }) {
  const t = useTranslations('compare')
  const nameOf = useProjectName()
  if (text === null) return <span className="text-muted">{t('nothing')}</span>
  const shown: Partial<Record<ComparedField, () => ReactNode>> = {
    status: () => <ImageStatusBadge status={text as ImageStatus} />,
    visibility: () => <ImageVisibility visibility={text as Visibility} />,
    owner: () => <ShownName name={nameOf(text)} />,
    size: () => <Bytes value={Number(text)} />,
    virtual_size: () => <Bytes value={Number(text)} />,
    protected: () => t(text === 'true' ? 'yes' : 'no'),
    os_hidden: () => t(text === 'true' ? 'yes' : 'no'),
    created_at: () => <Moment at={text} />,
    updated_at: () => <Moment at={text} />,
  }
  const special = property ? undefined : shown[name as ComparedField]
  const ofMachine = property || name === 'checksum' || name === 'os_hash_value'
  return (
    special?.() ?? (
      <span className={clsx(ofMachine && 'font-mono text-meta')}>{text ? <ShownName name={text} lines /> : t('empty')}</span>
    )
  )
}
