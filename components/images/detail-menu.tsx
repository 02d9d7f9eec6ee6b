'use client'

import {
  CirclePause,
  CirclePlay,
  Columns2,
  Copy,
  EllipsisVertical,
  Eye,
  EyeOff,
  type LucideIcon,
  ShieldCheck,
  ShieldOff,
  SquareTerminal,
  Trash2,
} from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RefusableMenu } from '@/components/explanations/refusable-menu'
import type { Refusal } from '@/components/layout/use-refusal'
import { buttonClass } from '@/components/ui/button'
import { MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { compareHref } from '@/lib/client/image-comparison'
import type { ImageSwitch } from '@/lib/client/image-switches'
import { hasData, type ImageView } from '@/lib/client/image-view'
import { DeleteImageDialog } from './delete-image-dialog'
import { useImageName } from './image-name'
import { useCopyRefusal } from './use-copy-refusal'
import { useImageRefusal } from './use-image-refusal'
import { useImageSwitch } from './use-image-switch'

const CopyAsSheet = dynamic(() => import('./copy-as-sheet').then((module) => module.CopyAsSheet))
const CopyToStoreSheet = dynamic(() => import('./copy-to-store-sheet').then((module) => module.CopyToStoreSheet))

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
  onDeleted(): void
}

/** What can be done with an image besides its primary action. */
export function DetailMenu({ image, onDeleted }: Props) {
  const t = useTranslations()
  const name = useImageName()(image)
  const deleteRefusal = useImageRefusal('delete_image', image)
  const copyRefusal = useCopyRefusal(image)
  const [opened, setOpened] = useState<'stores' | 'commands' | 'delete' | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      <RefusableMenu
        label={t('action.more', { name })}
        triggerClass={buttonClass({ className: 'data-popup-open:bg-hover' })}
        trigger={<EllipsisVertical size={16} aria-hidden />}
      >
        {(onRefused) => (
          <>
            {hasData(image) && (
              <MenuItem refusal={copyRefusal} onRefused={onRefused} onClick={() => setOpened('stores')}>
                <Copy size={16} aria-hidden />
                {t('storeCopy.action')}
              </MenuItem>
            )}
            <MenuItem onClick={() => setOpened('commands')}>
              <SquareTerminal size={16} aria-hidden />
              {t('copyAs.action')}
            </MenuItem>
            <MenuLink render={<Link href={compareHref(image.id)} />}>
              <Columns2 size={16} aria-hidden />
              {t('compare.action')}
            </MenuLink>
            <ImageSwitches image={image} onRefused={onRefused} />
            <MenuSeparator />
            <MenuItem danger refusal={deleteRefusal} onRefused={onRefused} onClick={() => setOpened('delete')}>
              <Trash2 size={16} aria-hidden />
              {t('action.delete')}
            </MenuItem>
          </>
        )}
      </RefusableMenu>
      {opened === 'stores' && <CopyToStoreSheet image={image} onClose={close} />}
      {opened === 'commands' && <CopyAsSheet image={image} onClose={close} />}
      <DeleteImageDialog
        image={image}
        open={opened === 'delete'}
        onOpenChange={(open) => open || close()}
        onDeleted={onDeleted}
      />
    </>
  )
}

interface SwitchesProps {
  image: ImageView
  onRefused(refusal: Refusal): void
}

/** What can be switched on or off of an image, as items of a menu. */
export function ImageSwitches({ image, onRefused }: SwitchesProps) {
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
