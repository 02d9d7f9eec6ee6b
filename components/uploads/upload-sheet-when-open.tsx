'use client'

import dynamic from 'next/dynamic'
import { useOnce } from '@/components/ui/use-once'
import { patiently } from '@/lib/client/patiently'
import { useUploads } from './upload-provider'

const UploadSheet = dynamic(
  patiently(() => import('./upload-sheet').then((module) => module.UploadSheet)),
  { ssr: false },
)

/** The upload sheet, loaded when the first file is chosen. */
export function UploadSheetWhenOpen() {
  const { open } = useUploads()
  return useOnce(open !== null) && <UploadSheet />
}
