'use client'

import { Combobox } from '@base-ui/react/combobox'
import { useQuery } from '@tanstack/react-query'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ComboboxItem } from '@/components/ui/combobox-item'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ShownName } from '@/components/ui/shown-name'
import { projectsQuery } from '@/lib/client/image-queries'
import type { ProjectRef } from '@/lib/contract/session'
import { ProjectName } from './project-name'
import { useSignedIn } from './session'
import { useChooseProject } from './use-choose-project'

/** The list of projects and the button that opens it; opens as soon as it is there. */
export function ProjectChoice() {
  const t = useTranslations('project')
  const { project } = useSignedIn()
  const [open, setOpen] = useState(false)
  const { data = [project], error, refetch } = useQuery({ ...projectsQuery, enabled: open })
  const choose = useChooseProject()
  useEffect(() => setOpen(true), [])
  return (
    <Combobox.Root<ProjectRef>
      items={data}
      value={data.find(({ id }) => id === project.id) ?? null}
      itemToStringLabel={({ name }) => name}
      onValueChange={(chosen) => chosen && choose(chosen)}
      open={open}
      onOpenChange={setOpen}
    >
      <Combobox.Trigger
        aria-label={t('switch', { name: project.name })}
        className="flex h-8 min-w-0 items-center gap-2 rounded-control px-2 text-table hover:bg-hover data-popup-open:bg-hover"
      >
        <ProjectName project={project} />
        <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} className="z-50">
          <Combobox.Popup
            aria-label={t('title')}
            className="w-72 max-w-[calc(100vw-16px)] rounded-card border border-hairline bg-surface shadow-overlay outline-none"
          >
            <div className="border-hairline border-b p-2">
              <Combobox.Input
                aria-label={t('search')}
                placeholder={t('search')}
                className="h-8 w-full rounded-control border border-control bg-surface px-2 text-table"
              />
            </div>
            {error && <ProblemNotice error={error} onRetry={refetch} />}
            <Combobox.Empty className="px-3 py-2 text-muted text-table empty:hidden">{t('none')}</Combobox.Empty>
            <Combobox.List className="max-h-72 overflow-y-auto p-1 empty:hidden">
              {(item: ProjectRef) => (
                <ComboboxItem key={item.id} value={item}>
                  <span className="min-w-0 flex-1 truncate">
                    {item.domain !== project.domain && <span className="text-muted">{item.domain} / </span>}
                    <ShownName name={item.name} />
                  </span>
                  {item.id === project.id && (
                    <>
                      <span className="text-meta text-muted">{t('current')}</span>
                      <Check size={14} aria-hidden />
                    </>
                  )}
                </ComboboxItem>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
