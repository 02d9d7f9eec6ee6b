'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { useChooseProject } from '@/components/layout/use-choose-project'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { projectsQuery } from '@/lib/client/image-queries'
import { invitationHref, shareQueries } from '@/lib/client/sharing'
import { ShareCard } from './share-card'
import { useAnswer } from './use-answer'

interface Props {
  imageId: string
  /** The project that is invited. */
  projectId: string
}

/** What a copied invitation opens: the offer itself, or why it cannot be answered here. */
export function Invitation({ imageId, projectId }: Props) {
  const t = useTranslations('shares.invitation')
  const { project } = useSignedIn()
  return (
    <section aria-label={t('label')} className="mb-6">
      {projectId === project.id ? <Offer imageId={imageId} /> : <Elsewhere imageId={imageId} projectId={projectId} />}
    </section>
  )
}

function Offer({ imageId }: { imageId: string }) {
  const t = useTranslations('shares.invitation')
  const { project } = useSignedIn()
  const answer = useAnswer()
  const { data: share, error, refetch } = useQuery(shareQueries.one(imageId, project.id))
  if (error) return <ProblemNotice error={error} onRetry={refetch} />
  if (share === undefined) return null
  if (share === null) {
    return (
      <Notice tone="attention" title={t('gone')}>
        <p>{t('goneText', { project: project.name })}</p>
      </Notice>
    )
  }
  return (
    <>
      <h2 className="mb-2 font-semibold text-section">{t('title')}</h2>
      <ShareCard share={share} onAnswer={(status) => answer(share, status)} />
    </>
  )
}

function Elsewhere({ imageId, projectId }: Props) {
  const t = useTranslations('shares.invitation')
  const { project } = useSignedIn()
  const { data: own } = useQuery(projectsQuery)
  const choose = useChooseProject(invitationHref(imageId, projectId))
  const invited = own?.find(({ id }) => id === projectId)
  return (
    <Notice
      tone="attention"
      title={t('elsewhere', { project: invited?.name ?? projectId })}
      actions={invited && <Button onClick={() => choose(invited)}>{t('switch', { project: invited.name })}</Button>}
    >
      <p>{invited ? t('elsewhereText', { project: project.name }) : t('noRole')}</p>
    </Notice>
  )
}
