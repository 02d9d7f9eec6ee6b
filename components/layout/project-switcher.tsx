'use client'

import { ChevronsUpDown, KeyRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ProjectName } from './project-name'
import { useSignedIn } from './session'

const load = () => import('./project-choice')
const ProjectChoice = lazy(async () => ({ default: (await load()).ProjectChoice }))

/** The project that everything on the page belongs to, and the way to another where there is one. */
export function ProjectSwitcher() {
  const { way } = useSignedIn()
  return way.kind === 'applicationCredential' ? <OnlyProject credential={way.name} /> : <ProjectButton />
}

function OnlyProject({ credential }: { credential: string }) {
  const t = useTranslations('project')
  const { project } = useSignedIn()
  return (
    <p title={t('fixedNote', { credential })} className="flex h-8 min-w-0 items-center gap-2 px-2 text-table">
      <span className="sr-only">{t('fixed', { name: project.name, credential })}</span>
      <ProjectName project={project} />
      <KeyRound size={14} aria-hidden className="shrink-0 text-muted" />
    </p>
  )
}

/** Looks like the choice that it is replaced by when somebody wants it, so that the list's code is loaded no earlier. */
function ProjectButton() {
  const t = useTranslations('project')
  const { project } = useSignedIn()
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      role="combobox"
      aria-expanded={false}
      aria-haspopup="dialog"
      aria-label={t('switch', { name: project.name })}
      className="flex h-8 min-w-0 items-center gap-2 rounded-control px-2 text-table hover:bg-hover"
      onPointerEnter={load}
      onClick={() => setWanted(true)}
    >
      <ProjectName project={project} />
      <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
    </button>
  )
  return wanted ? (
    <Suspense fallback={button}>
      <ProjectChoice />
    </Suspense>
  ) : (
    button
  )
}
