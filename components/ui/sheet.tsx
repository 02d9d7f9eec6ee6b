'use client'

import dynamic from 'next/dynamic'
import { patiently } from '@/lib/client/patiently'
import type { SheetProps } from './sheet-panel'
import { useOnce } from './use-once'

const SheetPanel = dynamic(
  patiently(() => import('./sheet-panel').then((module) => module.SheetPanel)),
  { ssr: false },
)

/** A side sheet for a form: full height at the right, the whole width on a phone; loaded when it first opens. */
export function Sheet(props: SheetProps) {
  return useOnce(props.open) && <SheetPanel {...props} />
}
