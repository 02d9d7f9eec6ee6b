'use client'

import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useKnownProjects } from '@/components/sharing/use-project-names'
import { projectNamed } from '@/lib/client/known-projects'
import { AdminImageFilters } from './admin-image-filters'
import { AdminImageList } from './admin-image-list'
import { Permitted } from './permitted'
import { StuckHelp } from './stuck-help'
import { useAdminImageSearch } from './use-admin-image-search'

/** The images of all projects. */
export function AdminImagesPage() {
  const t = useTranslations('adminImages')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Permitted action="context_is_admin">
        <AdminImages />
      </Permitted>
    </>
  )
}

function AdminImages() {
  const t = useTranslations('adminImages')
  const { search, change } = useAdminImageSearch()
  const owner = useOwner(search.project)
  return (
    <>
      <AdminImageFilters search={search} onChange={change} />
      {search.stuck && <StuckHelp />}
      {owner.ambiguous ? <p className="mb-4 text-attention text-table">{t('ambiguous')}</p> : <AdminImageList owner={owner.id} />}
    </>
  )
}

/** The project that the filter names, by name where names are known. */
function useOwner(text: string): { id: string | undefined; ambiguous: boolean } {
  const named = projectNamed(text, { projects: useKnownProjects(), complete: false })
  if (named?.kind === 'ambiguous') return { id: undefined, ambiguous: true }
  // The images of a project that is no more are found by its id, whatever that looks like.
  return { id: named?.kind === 'known' ? named.project.id : text.trim() || undefined, ambiguous: false }
}
