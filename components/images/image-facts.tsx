'use client'

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Bytes } from '@/components/ui/bytes'
import { CopyButton } from '@/components/ui/copy-button'
import { Moment } from '@/components/ui/moment'
import type { ImageView } from '@/lib/client/image-view'

interface Facts {
  label: string
  value: ReactNode
}

function FactList({ title, facts, wide = false }: { title: string; facts: readonly Facts[]; wide?: boolean }) {
  return (
    <section className="rounded-card border border-hairline bg-surface">
      <h2 className="border-hairline border-b px-4 py-3 font-semibold text-body">{title}</h2>
      <dl className="divide-y divide-hairline px-4">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex flex-wrap items-center gap-x-4 py-2 sm:flex-nowrap text-table">
            <dt className={clsx('shrink-0 text-muted', 'w-full', wide ? 'sm:w-40' : 'sm:w-32')}>{label}</dt>
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

/** What is known of the bytes. */
export function DataFacts({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  const format = useFormatter()
  const unknown = <Missing>{t('unknown')}</Missing>
  const size = (bytes: number | null) =>
    bytes === null ? (
      unknown
    ) : (
      <>
        <Bytes value={bytes} /> <span className="text-muted">({t('exactBytes', { bytes: format.number(bytes) })})</span>
      </>
    )
  const sum = (text: string | null, what: string) => (text ? <Copyable text={text} what={what} /> : unknown)
  const hash = t('hash', { algorithm: (image.os_hash_algo ?? 'sha512').toUpperCase().replace('SHA', 'SHA-') })
  return (
    <FactList
      title={t('data')}
      wide
      facts={[
        { label: t('size'), value: size(image.size) },
        { label: t('virtualSize'), value: size(image.virtual_size) },
        { label: t('diskFormat'), value: image.disk_format ?? <Missing>{t('notSet')}</Missing> },
        { label: t('containerFormat'), value: image.container_format ?? <Missing>{t('notSet')}</Missing> },
        { label: hash, value: sum(image.os_hash_value, hash) },
        { label: t('checksum'), value: sum(image.checksum, t('checksum')) },
      ]}
    />
  )
}

/** Everything else, for the column at the side. */
export function SideFacts({ image }: { image: ImageView }) {
  const t = useTranslations('image')
  const { project } = useSignedIn()
  const yes = (value: boolean) => (value ? t('yes') : t('no'))
  const owner = image.owner === project.id ? t('ownerYou', { project: project.name }) : image.owner
  return (
    <div className="space-y-4">
      <FactList
        title={t('identity')}
        facts={[
          { label: t('owner'), value: owner ?? <Missing>{t('nobody')}</Missing> },
          { label: t('created'), value: <Moment at={image.created_at} /> },
          { label: t('updated'), value: <Moment at={image.updated_at} /> },
          { label: t('protected'), value: yes(image.protected) },
          { label: t('hidden'), value: yes(image.os_hidden) },
        ]}
      />
      <FactList
        title={t('requirements')}
        facts={[
          { label: t('minDisk'), value: t('gib', { count: image.min_disk }) },
          { label: t('minRam'), value: t('mib', { count: image.min_ram }) },
        ]}
      />
    </div>
  )
}
