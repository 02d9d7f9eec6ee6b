'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { useProjectName } from '@/components/sharing/use-project-names'
import { Bytes } from '@/components/ui/bytes'
import { Moment } from '@/components/ui/moment'
import { ShownName } from '@/components/ui/shown-name'
import { StateBadge } from '@/components/ui/state-badge'
import { byteText } from '@/lib/client/byte-text'
import type { ImageColumn } from '@/lib/client/image-columns'
import { type ImageView, storesOf } from '@/lib/client/image-view'
import { nameText } from '@/lib/client/name-text'
import { ImageGlyphs } from './image-name'
import { ImageState } from './image-status'
import { ImageVisibility } from './image-visibility'

interface Props {
  image: ImageView
}

/** What stands in each column. */
export const imageCells: Record<ImageColumn, (props: Props) => ReactNode> = {
  status: ImageState,
  visibility: ({ image }) => <ImageVisibility visibility={image.visibility} />,
  format: ({ image }) => image.disk_format ?? '—',
  container: ({ image }) => image.container_format ?? '—',
  size: SizeCell,
  owner: OwnerCell,
  architecture: ({ image }) => <Text text={image.architecture} />,
  distribution: DistributionCell,
  minDisk: ({ image }) => <Amount unit="gib" count={image.min_disk} />,
  minRam: ({ image }) => <Amount unit="mib" count={image.min_ram} />,
  tags: ({ image }) => <Text text={[...image.tags].sort().join(', ')} />,
  stores: ({ image }) => <Text text={storesOf(image).join(', ')} />,
  checksum: ({ image }) => <Code text={image.checksum} />,
  created: ({ image }) => <Moment at={image.created_at} />,
  updated: ({ image }) => <Moment at={image.updated_at} />,
}

function Text({ text }: { text: unknown }) {
  const words = text ? String(text) : '—'
  return (
    <span title={nameText(words)} className="block truncate">
      <ShownName name={words} />
    </span>
  )
}

function Code({ text }: { text: string | null }) {
  return (
    <code title={text ?? undefined} className="block truncate font-mono text-meta">
      {text ?? '—'}
    </code>
  )
}

function Amount({ unit, count }: { unit: 'gib' | 'mib'; count: number }) {
  const t = useTranslations('image')
  return count === 0 ? '—' : <span className="tabular-nums">{t(unit, { count })}</span>
}

function DistributionCell({ image }: Props) {
  return <Text text={[image.os_distro, image.os_version].filter(Boolean).join(' ')} />
}

function OwnerCell({ image }: Props) {
  const { project } = useSignedIn()
  const projectName = useProjectName()
  if (image.owner === null) return '—'
  const name = image.owner === project.id ? project.name : projectName(image.owner)
  return name === image.owner ? <Code text={name} /> : <Text text={name} />
}

function SizeCell({ image }: Props) {
  const t = useTranslations('images')
  const locale = useLocale()
  if (image.size === null) return '—'
  return (
    <>
      <Bytes value={image.size} />
      {image.virtual_size !== null && image.virtual_size !== image.size && (
        <p className="whitespace-nowrap text-meta text-muted tabular-nums compact:hidden">
          {t('virtualSize', { size: byteText(image.virtual_size, locale) })}
        </p>
      )}
    </>
  )
}

/** The name, the way to the image; narrow windows have there what other columns say in wide ones. */
export function NameCell({ image, gone }: Props & { gone: boolean }) {
  const t = useTranslations('images')
  return (
    <div className="min-w-0">
      <div className="flex min-w-0 items-center gap-1.5">
        <Link
          href={`/images/${image.id}`}
          prefetch={false}
          title={image.name ? nameText(image.name) : undefined}
          className={clsx(
            'target-line line-clamp-3 rounded-control font-medium leading-5 wrap-anywhere hover:underline sm:line-clamp-2',
            image.name && !gone ? 'text-ink' : 'text-muted',
            gone && 'line-through',
          )}
        >
          {image.name ? <ShownName name={image.name} /> : t('noName')}
        </Link>
        <ImageGlyphs image={image} />
        {gone && <Gone image={image} />}
      </div>
      <p className="flex gap-2 truncate text-meta text-muted sm:compact:hidden">
        <code title={image.id} className="hidden truncate font-mono sm:inline">
          {image.id}
        </code>
        <span className="sm:hidden">
          {image.disk_format}
          {image.disk_format && image.size !== null && ' · '}
          {image.size !== null && <Bytes value={image.size} />}
        </span>
      </p>
    </div>
  )
}

/** Another project's image may only be no longer shared: nobody but its owner can tell. */
function Gone({ image }: Props) {
  const t = useTranslations()
  const { project } = useSignedIn()
  return <StateBadge tone="failed">{t(image.owner === project.id ? 'status.deleted' : 'images.unseen')}</StateBadge>
}
