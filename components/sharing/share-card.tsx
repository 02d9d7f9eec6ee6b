'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { Check, Clock, X } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ImageGlyphs, useImageName } from '@/components/images/image-name'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Bytes } from '@/components/ui/bytes'
import { CopyButton } from '@/components/ui/copy-button'
import { Moment } from '@/components/ui/moment'
import { RefusableButton } from '@/components/ui/refusable-button'
import { ShownName } from '@/components/ui/shown-name'
import { Skeleton } from '@/components/ui/skeleton'
import { useOnce } from '@/components/ui/use-once'
import { nameText } from '@/lib/client/name-text'
import { decideLater, putOffQuery } from '@/lib/client/put-off-shares'
import type { Share } from '@/lib/client/sharing'
import type { MemberStatus } from '@/lib/contract/member'
import { MemberStatusBadge } from './member-status'
import { useProjectNames } from './use-project-names'

interface Props {
  share: Share
  onAnswer(status: MemberStatus): Promise<unknown>
}

/** An image that another project offers: whose it is, what it is, and the answers. */
export function ShareCard({ share, onAnswer }: Props) {
  const t = useTranslations()
  const { image, member } = share
  const name = useImageName()(image)
  const { user } = useSignedIn()
  const { data: putOff = [] } = useQuery(putOffQuery(user.id))
  const later = member.status === 'pending' && putOff.includes(image.id)
  return (
    <article aria-label={nameText(name)} className="space-y-3 rounded-card border border-hairline bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="flex min-w-0 items-center gap-1.5 font-semibold text-body">
          <Link href={`/images/${image.id}`} className="rounded-control wrap-anywhere hover:underline">
            <ShownName name={name} />
          </Link>
          <ImageGlyphs image={image} />
        </h2>
        <MemberStatusBadge status={member.status} />
      </div>
      <ShareFacts share={share} />
      {later && <p className="text-meta text-muted">{t('shares.isLater')}</p>}
      <Answers share={share} later={later} onAnswer={onAnswer} />
    </article>
  )
}

function ShareFacts({ share: { image, member } }: { share: Share }) {
  const t = useTranslations()
  const owner = image.owner ?? ''
  const hash = image.os_hash_value ?? image.checksum
  const algorithm = image.os_hash_value ? (image.os_hash_algo ?? '') : 'md5'
  const hashLabel = hash ? t('image.hash', { algorithm: algorithm.toUpperCase().replace('SHA', 'SHA-') }) : t('shares.checksum')
  const unknown = t('image.unknown')
  return (
    <dl className="grid gap-x-6 gap-y-2 text-table sm:grid-cols-2 lg:grid-cols-4">
      <Fact label={t('image.owner')}>
        <OwnerName owner={owner} />
        <code className="break-all font-mono text-meta text-muted">{owner}</code>
      </Fact>
      <Fact label={t('image.size')}>{image.size === null ? unknown : <Bytes value={image.size} />}</Fact>
      <Fact label={t('image.diskFormat')}>{image.disk_format ?? t('image.notSet')}</Fact>
      <Fact label={t('shares.offered')}>
        <Moment at={member.created_at} />
      </Fact>
      <Fact label={hashLabel} wide>
        {hash ? (
          <span className="flex items-start gap-1">
            <code className="min-w-0 break-all font-mono text-meta">{hash}</code>
            <CopyButton text={hash} what={hashLabel} />
          </span>
        ) : (
          unknown
        )}
      </Fact>
    </dl>
  )
}

/** The owner's name above its id; the line that it may need is there before it has come, and stays, so that nothing moves. */
function OwnerName({ owner }: { owner: string }) {
  const { nameOf, awaited } = useProjectNames()
  const name = nameOf(owner)
  const kept = useOnce(awaited)
  if (name === owner && !kept) return null
  return (
    <span className="block min-h-5 wrap-anywhere">
      {name !== owner ? <ShownName name={name} /> : awaited && <Skeleton inline className="h-3 w-24" />}
    </span>
  )
}

function Fact({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={clsx('min-w-0', wide && 'sm:col-span-2 lg:col-span-4')}>
      <dt className="text-meta text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface AnswersProps extends Props {
  /** Put off by this browser's person. */
  later: boolean
}

function Answers({ share, later, onAnswer }: AnswersProps) {
  const t = useTranslations('shares')
  const { user } = useSignedIn()
  const client = useQueryClient()
  const name = useImageName()(share.image)
  const refusal = useImageRefusal('modify_member', share.image)
  const [busy, setBusy] = useState(false)
  const { status } = share.member
  const answer = async (wanted: MemberStatus) => {
    if (busy) return
    setBusy(true)
    await onAnswer(wanted)
    setBusy(false)
  }
  const putOff = () => {
    decideLater(user.id, share.image.id, !later)
    void client.invalidateQueries({ queryKey: putOffQuery(user.id).queryKey })
  }
  return (
    <div className="flex flex-wrap gap-2">
      {status !== 'accepted' && (
        <RefusableButton
          refusal={refusal}
          variant="primary"
          aria-label={t('acceptName', { name })}
          onClick={() => answer('accepted')}
        >
          <Check size={16} aria-hidden />
          {t('accept')}
        </RefusableButton>
      )}
      {status !== 'rejected' && (
        <RefusableButton refusal={refusal} aria-label={t('rejectName', { name })} onClick={() => answer('rejected')}>
          <X size={16} aria-hidden />
          {t('reject')}
        </RefusableButton>
      )}
      {status === 'pending' && (
        <Button variant="quiet" aria-label={t(later ? 'remindName' : 'laterName', { name })} onClick={putOff}>
          <Clock size={16} aria-hidden />
          {t(later ? 'remind' : 'later')}
        </Button>
      )}
    </div>
  )
}
