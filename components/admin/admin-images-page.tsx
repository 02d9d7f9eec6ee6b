'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useQueryStates } from 'nuqs'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { HiddenMatches } from '@/components/images/hidden-matches'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useGoneMarker } from '@/components/layout/use-gone-marker'
import { useKnownProjects } from '@/components/sharing/use-project-names'
import { Button } from '@/components/ui/button'
import { QueryProblem } from '@/components/ui/loaded'
import { MarkerPager } from '@/components/ui/marker-pager'
import {
  type AdminImageSearch,
  adminImagePath,
  adminImageSearch,
  imageListHref,
  imagePageQuery,
  orderOf,
} from '@/lib/client/admin-images'
import { projectNamed } from '@/lib/client/known-projects'
import { AdminImageFilters } from './admin-image-filters'
import { AdminImageTable } from './admin-image-table'
import { Permitted } from './permitted'
import { StuckHelp } from './stuck-help'

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
  const { project } = useSignedIn()
  const [search, set] = useQueryStates(adminImageSearch, { history: 'push', scroll: false })
  const [openedAt] = useState(Date.now)
  const owner = useOwner(search.project)
  const path = adminImagePath(search, owner.id, openedAt)
  const query = useQuery({
    ...imagePageQuery(path, project.id),
    enabled: !owner.ambiguous,
  })
  const { data, error, isPlaceholderData } = query
  const { after } = search
  useGoneMarker({ error, after, onBack: () => void set({ after: after.slice(0, -1) }, { history: 'replace' }) })
  const change = (changes: Partial<{ [K in keyof AdminImageSearch]: AdminImageSearch[K] | null }>) =>
    void set({ after: null, ...changes })
  const list = imageListHref(search, owner.id)
  const empty = data?.images.length === 0 && search.after.length === 0
  return (
    <>
      <AdminImageFilters search={search} onChange={change} />
      {list && (
        <p className="mb-3 text-table">
          <Link href={list} className="text-primary underline underline-offset-2">
            {t('inList')}
          </Link>
        </p>
      )}
      {search.stuck && <StuckHelp />}
      {owner.ambiguous && <p className="mb-4 text-attention text-table">{t('ambiguous')}</p>}
      <QueryProblem query={query} />
      {empty ? (
        <Empty search={search} onClear={() => void set(null)}>
          {!search.hidden && (
            <HiddenMatches
              path={adminImagePath({ ...search, hidden: true }, owner.id, openedAt)}
              by={foundBy(search)}
              onShow={() => change({ hidden: true })}
            />
          )}
        </Empty>
      ) : (
        (data || !error) && (
          <AdminImageTable
            images={data?.images}
            dimmed={isPlaceholderData || error !== null}
            order={orderOf(search)}
            onOrder={change}
          />
        )
      )}
      {data && !empty && (
        <MarkerPager
          after={search.after}
          next={data.next && data.images.at(-1)?.id}
          count={t('count', { count: data.images.length })}
          onChange={(after) => void set({ after: after.length > 0 ? after : null })}
        />
      )}
    </>
  )
}

/** What the images have in common that the filters let through. */
function foundBy({ name, project, status, stuck }: AdminImageSearch) {
  const others = project !== '' || status || stuck
  return others ? 'filters' : name.trim() === '' ? 'list' : 'name'
}

/** The project that the filter names, by name where names are known. */
function useOwner(text: string): { id: string | undefined; ambiguous: boolean } {
  const named = projectNamed(text, { projects: useKnownProjects(), complete: false })
  if (named?.kind === 'ambiguous') return { id: undefined, ambiguous: true }
  // The images of a project that is no more are found by its id, whatever that looks like.
  return { id: named?.kind === 'known' ? named.project.id : text.trim() || undefined, ambiguous: false }
}

interface EmptyProps {
  search: AdminImageSearch
  onClear(): void
  children: ReactNode
}

function Empty({ search: { stuck, name }, onClear, children }: EmptyProps) {
  const t = useTranslations()
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-hairline bg-surface px-6 py-12 text-center">
      <p className="text-muted">{t(stuck ? 'adminImages.noneStuck' : 'adminImages.none')}</p>
      {name !== '' && <p className="text-muted text-table">{t('images.noMatchText')}</p>}
      {children}
      <Button onClick={onClear}>{t('action.clear')}</Button>
    </div>
  )
}
