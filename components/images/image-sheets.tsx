'use client'

import dynamic from 'next/dynamic'
import type { ImageView } from '@/lib/client/image-view'
import { patiently } from '@/lib/client/patiently'
import { DeleteImageDialog } from './delete-image-dialog'

const CopyAsSheet = dynamic(patiently(() => import('./copy-as-sheet').then((module) => module.CopyAsSheet)))
const CopyToStoreSheet = dynamic(patiently(() => import('./copy-to-store-sheet').then((module) => module.CopyToStoreSheet)))
const EditImageSheet = dynamic(patiently(() => import('./edit-image-sheet').then((module) => module.EditImageSheet)))

/** What an action on an image opens over the page. */
export type ImageSheet = 'edit' | 'stores' | 'commands' | 'delete'

interface Props {
  image: ImageView
  opened: ImageSheet | null
  onClose(): void
  onDeleted?: () => void
}

/** What the menu or the palette has opened. */
export function ImageSheets({ image, opened, onClose, ...deletion }: Props) {
  return (
    <>
      {opened === 'edit' && <EditImageSheet image={image} onClose={onClose} />}
      {opened === 'stores' && <CopyToStoreSheet image={image} onClose={onClose} />}
      {opened === 'commands' && <CopyAsSheet image={image} onClose={onClose} />}
      <DeleteImageDialog image={image} open={opened === 'delete'} onOpenChange={(open) => open || onClose()} {...deletion} />
    </>
  )
}
