'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useGo } from '@/components/layout/use-go'
import { toast } from '@/components/ui/toast'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { imageQueries } from '@/lib/client/image-queries'
import { type ImageSwitch, imageSwitches } from '@/lib/client/image-switches'
import type { ImageView } from '@/lib/client/image-view'
import { useImageName } from './image-name'

const undoMs = 10_000
/** What takes an image out of the lists that it was in. */
const moving: ReadonlySet<ImageSwitch> = new Set(['hide', 'unhide'])

/** Switches something of an image on or off at once, and offers to take it back. */
export function useImageSwitch(image: ImageView) {
  const t = useTranslations()
  const go = useGo()
  const path = `/images/${encodeURIComponent(image.id)}`
  const isShown = usePathname().startsWith(path)
  const name = useImageName()(image)
  const client = useQueryClient()
  const showProblem = useProblemToast()
  const { mutate, isPending } = useMutation({
    mutationFn: (step: ImageSwitch) => imageSwitches[step].run(image.id),
    onSuccess: (_, step) =>
      toast.success(t(`imageActions.done.${step}`, { name }), {
        duration: undoMs,
        // What is switched back takes the place of what it takes back.
        id: [image.id, ...[step, imageSwitches[step].undo].sort()].join(' '),
        ...(moving.has(step) && !isShown && { cancel: { label: t('action.open'), onClick: () => go(path) } }),
        action: { label: t('imageActions.undo'), onClick: () => mutate(imageSwitches[step].undo) },
      }),
    onError: (error) => showProblem(error),
    onSettled: () => client.invalidateQueries({ queryKey: imageQueries.all }),
  })
  return { run: mutate, isPending }
}
