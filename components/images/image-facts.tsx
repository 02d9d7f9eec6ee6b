'use client'

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { useProjectName } from '@/components/sharing/use-project-names'
import { CopyButton } from '@/components/ui/copy-button'
import { Moment } from '@/components/ui/moment'
import { ShownName } from '@/components/ui/shown-name'
import { byteText } from '@/lib/client/byte-text'
import { type ImageView, storesOf } from '@/lib/client/image-view'

interface Fact {
  label: string
  value: ReactNode
  /** The value is long and stands below its label. */
  below?: boolean
}

/** Everything that the service knows of an image, for the column at the side. */
export function ImageFacts({ image }: { image: ImageView }) {
  return (
    <div className="space-y-4">
      <Identity image={image} />
      <Data image={image} />
      <Requirements image={image} />
    </div>
  )
}

function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section className="rounded-card border border-hairline bg-surface">
      <h2 className="border-hairline border-b px-4 py-3 font-semibold text-body">{title}</h2>
      <dl className="divide-y divide-hairline px-4">
        {facts.map(({ label, value, below = false }) => (
          <div key={label} className={clsx('flex gap-x-3 py-2 text-table', below ? 'flex-col' : 'items-center')}>
            <dt className={clsx('text-muted', !below && 'w-28 shrink-0')}>{label}</dt>
            <dd className="min-w-0 flex-1">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A value of a machine, whole and ready to be copied. */
function Copyable({ text, what }: { text: string; what: string }) {
  return (
    <span className="flex items-start gap-1">
      <code className="min-w-0 break-all font-mono text-meta leading-6">{text}</code>
      <CopyButton text={text} what={what} />
    </span>
  )
}

function Missing({ children }: { children: string }) {
  return <span className="text-muted">{children}</span>
}

function Identity({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  const yes = (value: boolean) => (value ? t('yes') : t('no'))
  return (
    <FactList
      title={t('identity')}
      facts={[
        { label: t('owner'), value: <Owner owner={image.owner} /> },
        { label: t('created'), value: <Moment at={image.created_at} /> },
        { label: t('updated'), value: <Moment at={image.updated_at} /> },
        { label: t('protected'), value: yes(image.protected) },
        { label: t('hidden'), value: yes(image.os_hidden) },
      ]}
    />
  )
}

/** The owner's name where it is known; the id to be copied all the same. */
function Owner({ owner }: Pick<ImageView, 'owner'>) {
  const t = useTranslations('image')
  const { project } = useSignedIn()
  const nameOf = useProjectName()
  if (owner === null) return <Missing>{t('nobody')}</Missing>
  return (
    <span className="flex items-start gap-1">
      <span className="min-w-0 wrap-anywhere leading-6">
        {owner === project.id ? t('ownerYou', { project: project.name }) : <ShownName name={nameOf(owner)} />}
      </span>
      <CopyButton text={owner} what={t('ownerId')} />
    </span>
  )
}

/** What is known of the bytes. */
function Data({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  const unknown = <Missing>{t('unknown')}</Missing>
  const unset = <Missing>{t('notSet')}</Missing>
  const sum = (text: string | null, what: string) => (text ? <Copyable text={text} what={what} /> : unknown)
  const hash = t('hash', { algorithm: (image.os_hash_algo ?? 'sha512').toUpperCase().replace('SHA', 'SHA-') })
  const stores = storesOf(image)
  return (
    <FactList
      title={t('data')}
      facts={[
        { label: t('size'), value: <Size bytes={image.size} /> },
        { label: t('virtualSize'), value: <Size bytes={image.virtual_size} /> },
        { label: t('diskFormat'), value: image.disk_format ?? unset },
        { label: t('containerFormat'), value: image.container_format ?? unset },
        ...(stores.length > 0 ? [{ label: t('stores'), value: <span className="wrap-anywhere">{stores.join(', ')}</span> }] : []),
        { label: t('checksum'), value: sum(image.checksum, t('checksum')), below: true },
        { label: hash, value: sum(image.os_hash_value, hash), below: true },
      ]}
    />
  )
}

function Size({ bytes }: { bytes: number | null }) {
  const t = useTranslations('image')
  const format = useFormatter()
  const locale = useLocale()
  if (bytes === null) return <Missing>{t('unknown')}</Missing>
  return (
    <>
      <span className="tabular-nums">{byteText(bytes, locale)}</span>{' '}
      <span className="block text-meta text-muted tabular-nums">{t('exactBytes', { bytes: format.number(bytes) })}</span>
    </>
  )
}

function Requirements({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  return (
    <FactList
      title={t('requirements')}
      facts={[
        { label: t('minDisk'), value: <span className="tabular-nums">{t('gib', { count: image.min_disk })}</span> },
        { label: t('minRam'), value: <span className="tabular-nums">{t('mib', { count: image.min_ram })}</span> },
      ]}
    />
  )
}
