'use client'

import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '@/components/layout/session'
import { projectsQuery } from '@/lib/client/image-queries'
import { allProjectsQuery, type KnownProjects } from '@/lib/client/known-projects'
import type { ProjectRef } from '@/lib/contract/session'

/** The projects whose names the person can know: the own ones, and all of them where Keystone tells. */
export function useKnownProjects(): readonly ProjectRef[] {
  return useLookUp().projects
}

/** The same, asked for anew, and whether it is all of them. */
export function useProjectLookUp(): KnownProjects {
  return useLookUp('always')
}

function useLookUp(refetchOnMount: 'always' | true = true): KnownProjects & { awaited: boolean } {
  const { roles, project } = useSignedIn()
  const { data: own = [project], isLoading: ownAwaited } = useQuery(projectsQuery)
  const everyOne = { ...allProjectsQuery, enabled: roles.includes('admin'), refetchOnMount }
  const { data: all = [], isSuccess, isFetching, isLoading } = useQuery(everyOne)
  const domains = new Map(all.map(({ id, domain }) => [id, domain]))
  const others = all.filter(({ id }) => !own.some((mine) => mine.id === id))
  const named = own.map((mine) => ({ ...mine, domain: domains.get(mine.id) ?? mine.domain }))
  return { projects: [...named, ...others], complete: isSuccess && !isFetching, awaited: ownAwaited || isLoading }
}

/** A project's name where it is known, else its id. */
export function useProjectName(): (id: string) => string {
  return useProjectNames().nameOf
}

/** The same, and whether names are still to come that are not known yet. */
export function useProjectNames(): { nameOf(id: string): string; awaited: boolean } {
  const { projects, awaited } = useLookUp()
  return { nameOf: (id) => projects.find((project) => project.id === id)?.name ?? id, awaited }
}
