'use client'

import { CirclePause, CirclePlay, Eye, EyeOff, type LucideIcon, ShieldCheck, ShieldOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Refusal } from '@/components/layout/use-refusal'
import { MenuItem } from '@/components/ui/menu'
import type { ImageSwitch } from '@/lib/client/image-switches'
import { hasData, type ImageView } from '@/lib/client/image-view'
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

interface Props {
  image: ImageView
  onRefused(refusal: Refusal): void
}

/** What can be switched on or off of an image, as items of a menu. */
export function ImageSwitches({ image, onRefused }: Props) {
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
  return items.map(([step, refusal]) => {
    const Glyph = glyphs[step]
    return (
      <MenuItem key={step} refusal={refusal} onRefused={onRefused} onClick={() => isPending || run(step)}>
        <Glyph size={16} aria-hidden />
        {t(step)}
      </MenuItem>
    )
  })
}
