'use client'

import { CirclePause, CirclePlay, Eye, EyeOff, type LucideIcon, ShieldCheck, ShieldOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Refusal } from '@/components/layout/use-refusal'
import type { ImageSwitch } from '@/lib/client/image-switches'
import { hasData, type ImageView } from '@/lib/client/image-view'
import type { ImageAction } from './image-action'
import { useImageRefusal } from './use-image-refusal'
import { useImageSwitch } from './use-image-switch'

const glyphs: Record<ImageSwitch, LucideIcon> = {
  deactivate: CirclePause,
  reactivate: CirclePlay,
  hide: EyeOff,
  unhide: Eye,
  protect: ShieldCheck,
  unprotect: ShieldOff,
}

/** What can be switched on or off of an image. */
export function useImageSwitches(image: ImageView): ImageAction[] {
  const t = useTranslations('imageActions')
  const { run, isPending } = useImageSwitch(image)
  const activity = image.status === 'deactivated' ? 'reactivate' : 'deactivate'
  const activityRefusal = useImageRefusal(activity, image)
  const changeRefusal = useImageRefusal('modify_image', image)
  const items: [ImageSwitch, Refusal | null][] = [
    ...(hasData(image) ? [[activity, activityRefusal] satisfies [ImageSwitch, Refusal | null]] : []),
    [image.os_hidden ? 'unhide' : 'hide', changeRefusal],
    [image.protected ? 'unprotect' : 'protect', changeRefusal],
  ]
  return items.map(([step, refusal]) => ({
    ...{ id: step, label: t(step), icon: glyphs[step], refusal },
    run: () => isPending || run(step),
  }))
}
