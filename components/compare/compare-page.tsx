'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { BackToImages } from '@/components/images/back-to-images'
import { useImageName } from '@/components/images/image-name'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { buttonClass } from '@/components/ui/button'
import { LoadingBlock } from '@/components/ui/loading-block'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SkeletonTable } from '@/components/ui/skeleton-table'
import { compareHref } from '@/lib/client/image-comparison'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { ComparisonTable } from './comparison-table'
import { ImagePicker } from './image-picker'

interface Props {
  a: string | undefined
  b: string | undefined
}

/** Two images side by side; one that is not chosen yet is asked for. */
export function ComparePage({ a, b }: Props) {
  const t = useTranslations()
  return (
    <>
      <BackToImages />
      <PageHeader
        title={t('compare.title')}
        lead={t('compare.lead')}
        actions={
          a &&
          b && (
            <Link href={compareHref(b, a)} className={buttonClass()}>
              <ArrowLeftRight size={16} aria-hidden />
              {t('compare.swap')}
            </Link>
          )
        }
      />
      {a && b ? <Both a={a} b={b} /> : <One id={a ?? b} />}
    </>
  )
}

const columnsToCome = [{ name: 'field' }, { name: 'a' }, { name: 'b' }]

function useImage(id: string) {
  const { project } = useSignedIn()
  return useQuery(imageQueries.one(id, project.id))
}

function Both({ a, b }: { a: string; b: string }) {
  const t = useTranslations('image')
  const [first, second] = [useImage(a), useImage(b)]
  return (
    <div className="space-y-4">
      {[first, second].map(
        ({ error, refetch }, index) =>
          error && (
            <div key={index === 0 ? 'a' : 'b'}>
              <p className="mb-1 wrap-anywhere font-mono text-meta">{index === 0 ? a : b}</p>
              <ProblemNotice error={error} onRetry={refetch} />
            </div>
          ),
      )}
      {first.data && second.data ? (
        <ComparisonTable a={first.data} b={second.data} />
      ) : (
        !first.error &&
        !second.error && (
          <LoadingBlock label={t('loading')}>
            <SkeletonTable columns={columnsToCome} count={12} />
          </LoadingBlock>
        )
      )}
    </div>
  )
}

function One({ id }: { id: string | undefined }) {
  const t = useTranslations('compare')
  const { project } = useSignedIn()
  const { data: image } = useQuery({ ...imageQueries.one(id ?? '', project.id), enabled: id !== undefined })
  return (
    <div className="max-w-180 space-y-4">
      {image && <Chosen image={image} />}
      <ImagePicker
        label={t(id ? 'second' : 'first')}
        without={id}
        hrefOf={(other) => (id ? compareHref(id, other) : compareHref(other))}
      />
    </div>
  )
}

function Chosen({ image }: { image: ImageView }) {
  const t = useTranslations('compare')
  const name = useImageName()(image)
  return <p className="wrap-anywhere">{t('with', { name })}</p>
}
