'use client'

import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '@/components/layout/session'
import { projectsQuery } from '@/lib/client/image-queries'
import { allProjectsQuery } from '@/lib/client/known-projects'
import type { ProjectRef } from '@/lib/contract/session'

/** The projects whose names the person can know: the own ones, and all of them where Keystone tells. */
export function useKnownProjects(): readonly ProjectRef[] {
  const { roles, project } = useSignedIn()
  const { data: own = [project] } = useQuery(projectsQuery)
  const { data: all = [] } = useQuery({ ...allProjectsQuery, enabled: roles.includes('admin') })
  const domains = new Map(all.map(({ id, domain }) => [id, domain]))
  const others = all.filter(({ id }) => !own.some((mine) => mine.id === id))
  return [...own.map((mine) => ({ ...mine, domain: domains.get(mine.id) ?? mine.domain })), ...others]
}

/** A project's name where it is known, else its id. */
export function useProjectName(): (id: string) => string {
  const known = useKnownProjects()
  return (id) => known.find((project) => project.id === id)?.name ?? id
}
