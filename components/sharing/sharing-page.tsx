'use client'

import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { BackToImage } from '@/components/images/back-to-image'
import { useImageName } from '@/components/images/image-name'
import { NoSuchImage } from '@/components/images/no-such-image'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Loaded } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { Notice } from '@/components/ui/notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { Skeleton } from '@/components/ui/skeleton'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { imageQueries } from '@/lib/client/image-queries'
import { type ImageView, visibilities } from '@/lib/client/image-view'
import { isNotThere } from '@/lib/client/not-there'
import { MembersTable } from './members-table'
import { ShareSheet } from './share-sheet'
import { VisibilityCards } from './visibility-cards'

/** Who sees an image, and with which projects it is shared. */
export function SharingPage({ imageId }: { imageId: string }) {
  const t = useTranslations('sharing')
  const { project } = useSignedIn()
  const query = useQuery(imageQueries.one(imageId, project.id))
  if (!query.data && isNotThere(query.error)) return <NoSuchImage imageId={imageId} error={query.error} />
  return (
    <>
      <BackToImage imageId={imageId} />
      {query.data ? (
        <Head image={query.data} />
      ) : (
        <PageHeader title={t('heading')} lead={t('lead')} actions={<Skeleton className="h-8 w-36" />} />
      )}
      <Loaded query={query} loading={<Loading />}>
        {(image) => <Content image={image} />}
      </Loaded>
    </>
  )
}

function Head({ image }: { image: ImageView }) {
  const t = useTranslations('sharing')
  const name = useImageName()(image)
  const [sharing, setSharing] = useState(false)
  const adding = useImageRefusal('add_member', image)
  const changing = useImageRefusal('modify_image', image)
  const refusal = adding ?? (image.visibility === 'private' ? changing : null)
  const open = image.visibility === 'community' || image.visibility === 'public'
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{t('title', { name })}</span>}
        lead={t('lead')}
        actions={
          !open && (
            <RefusableButton refusal={refusal} variant="primary" onClick={() => setSharing(true)}>
              <UserPlus size={16} aria-hidden />
              {t('share')}
            </RefusableButton>
          )
        }
      />
      {sharing && <ShareSheet image={image} onClose={() => setSharing(false)} />}
    </>
  )
}

function Content({ image }: { image: ImageView }) {
  const t = useTranslations('sharing')
  return (
    <Parts
      visibility={<VisibilityCards image={image} />}
      members={
        image.visibility === 'shared' ? (
          <MembersTable image={image} />
        ) : (
          <Notice tone="neutral" title={t(`notShared.${image.visibility}`)}>
            <p>{t('notShared.kept')}</p>
          </Notice>
        )
      }
    />
  )
}

function Parts({ visibility, members }: { visibility: ReactNode; members: ReactNode }) {
  const t = useTranslations('sharing')
  return (
    <div className="space-y-6">
      <section aria-labelledby="visibility-title">
        <h2 id="visibility-title" className="mb-2 font-semibold text-section">
          {t('visibility')}
        </h2>
        {visibility}
      </section>
      <section aria-labelledby="members-title">
        <h2 id="members-title" className="mb-2 font-semibold text-section">
          {t('members')}
        </h2>
        {members}
      </section>
    </div>
  )
}

function Loading() {
  const t = useTranslations('image')
  const cards = visibilities.map((visibility) => <SkeletonCard key={visibility} lines={6} className="min-h-57" />)
  return (
    <LoadingBlock label={t('loading')}>
      <Parts
        visibility={<div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">{cards}</div>}
        members={<SkeletonCard lines={2} />}
      />
    </LoadingBlock>
  )
}
