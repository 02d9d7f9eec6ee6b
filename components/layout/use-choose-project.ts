'use client'

import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { useUploads } from '@/components/uploads/upload-provider'
import { leaveBy } from '@/lib/client/leaving'
import { viewElsewhere } from '@/lib/client/view-elsewhere'
import type { ProjectRef } from '@/lib/contract/session'
import { useSignedIn, useSwitchProject } from './session'

/** Works in another project from now on, and leads to a page of it: to the view of the list that stands open, unless said. */
export function useChooseProject(leadingTo?: string) {
  const t = useTranslations('project')
  const { project } = useSignedIn()
  const { queue } = useUploads()
  const switchTo = useSwitchProject()
  async function choose({ id, name }: ProjectRef) {
    // The other project's session could not send the rest of an upload of this one.
    if (queue.anyRunning()) return void toast.error(t('uploadsGoOn'))
    if (!(await switchTo(id))) return void toast.error(t('failed', { name }))
    window.location.assign(leadingTo ?? viewElsewhere(window.location))
  }
  return (chosen: ProjectRef) => {
    if (chosen.id !== project.id) leaveBy(() => void choose(chosen))
  }
}
