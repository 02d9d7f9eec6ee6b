'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { clientSettingsQuery } from '@/lib/client/client-settings'
import { saveText } from '@/lib/client/save-file'
import { useSignedIn } from './session'

/** Saves what OpenStack's command-line clients read, for this person in this project; says why where it cannot. */
export function useClientFiles(): (kind: 'openrc' | 'clouds') => Promise<void> {
  const person = useSignedIn()
  const client = useQueryClient()
  const showProblem = useProblemToast()
  return async (kind) => {
    try {
      const [settings, files] = await Promise.all([
        client.fetchQuery(clientSettingsQuery(person.project.id)),
        import('@/lib/client/client-files'),
      ])
      if (kind === 'clouds') saveText('clouds.yaml', files.cloudsYaml(person, settings))
      else saveText(`${person.project.name.replace(/[^\p{L}\p{N}._-]+/gu, '_')}-openrc.sh`, files.openrc(person, settings))
    } catch (error) {
      showProblem(error as Error)
    }
  }
}
