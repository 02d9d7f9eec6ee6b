'use client'

import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { useUploads } from '@/components/uploads/upload-provider'
import { lastProject } from '@/lib/client/remembered'
import type { ProjectRef } from '@/lib/contract/session'
import { useSignedIn, useSwitchProject } from './session'

/** Works in another project from now on, and leads to a page of it. */
export function useChooseProject(leadingTo = '/images') {
  const t = useTranslations('project')
  const { project } = useSignedIn()
  const { queue } = useUploads()
  const switchTo = useSwitchProject()
  return async ({ id, name }: ProjectRef) => {
    if (id === project.id) return
    // The other project's session could not send the rest of an upload of this one.
    if (queue.anyRunning()) return void toast.error(t('uploadsGoOn'))
    if (!(await switchTo(id))) return void toast.error(t('failed', { name }))
    lastProject.write(id)
    window.location.assign(leadingTo)
  }
}
