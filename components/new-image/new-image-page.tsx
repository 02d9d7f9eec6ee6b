'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { WhyDetails } from '@/components/explanations/why-details'
import { BackToImages } from '@/components/images/back-to-images'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useRefusal } from '@/components/layout/use-refusal'
import { Notice } from '@/components/ui/notice'
import { importMethodsQuery } from '@/lib/client/stores'
import { FileForms } from './file-forms'
import { UrlForms } from './url-form'

/** A new image from a file of this computer, or from an address from which the cloud fetches it. */
export function NewImagePage({ fromUrl }: { fromUrl: boolean }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const refusal = useRefusal('add_image')
  const { data: methods } = useQuery(importMethodsQuery)
  const offersUrl = methods?.includes('web-download') ?? fromUrl
  return (
    <>
      <BackToImages />
      <PageHeader title={t('newImage.title')} lead={!refusal && t('upload.sheetLead', { project: project.name })} />
      <div className="max-w-180 space-y-4">
        {refusal ? (
          <Notice tone="neutral" title={t('newImage.refused')}>
            <p>{refusal.text}</p>
            <WhyDetails asked={refusal} />
          </Notice>
        ) : (
          <>
            {offersUrl && <Ways fromUrl={fromUrl} />}
            {fromUrl ? <FromUrl offered={offersUrl} /> : <FileForms />}
          </>
        )}
      </div>
    </>
  )
}

function FromUrl({ offered }: { offered: boolean }) {
  const t = useTranslations('newImage')
  if (offered) return <UrlForms />
  return (
    <Notice tone="neutral" title={t('urlOff')}>
      <p>{t('urlOffText')}</p>
    </Notice>
  )
}

function Ways({ fromUrl }: { fromUrl: boolean }) {
  const t = useTranslations('newImage')
  const ways = [
    { href: '/images/new', label: t('fromFile'), current: !fromUrl },
    { href: '/images/new?from=url', label: t('fromUrl'), current: fromUrl },
  ]
  return (
    <nav aria-label={t('ways')} className="flex gap-4 border-hairline border-b">
      {ways.map(({ href, label, current }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className={clsx(
            '-mb-px inline-flex min-h-8 items-center border-b-2 text-table',
            current ? 'border-primary font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
