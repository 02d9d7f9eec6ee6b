'use client'

import { Popover } from '@base-ui/react/popover'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { WhyPopup } from '@/components/explanations/why-popup'
import { type ImageSheet, ImageSheets } from '@/components/images/image-sheets'
import { useLastList } from '@/components/images/use-last-list'
import type { Refusal } from '@/components/layout/use-refusal'
import type { ImageView } from '@/lib/client/image-view'

/** What commands of an image's page have opened, and at which path: a sheet, or why the person may not. */
export type Opened = ({ at: string } & ({ sheet: ImageSheet } | { refusal: Refusal })) | null

interface Props {
  image: ImageView
  opened: Opened
  onClose(): void
}

/** Stands over the image's page after the palette is gone. */
export function ImageOverlays({ image, opened, onClose }: Props) {
  const router = useRouter()
  const list = useLastList()
  const sheet = opened && 'sheet' in opened ? opened.sheet : null
  return (
    <>
      <ImageSheets image={image} opened={sheet} onClose={onClose} onDeleted={() => router.push(list)} />
      {opened && 'refusal' in opened && <Why refusal={opened.refusal} onClose={onClose} />}
    </>
  )
}

function Why({ refusal, onClose }: { refusal: Refusal; onClose(): void }) {
  const [back] = useState(() => document.activeElement as HTMLElement)
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <WhyPopup refusal={refusal} anchor={() => document.querySelector('main h1')} finalFocus={() => back} />
    </Popover.Root>
  )
}
