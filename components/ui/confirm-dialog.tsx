'use client'

import dynamic from 'next/dynamic'
import { patiently } from '@/lib/client/patiently'
import type { ConfirmProps } from './confirm-panel'
import { useOnce } from './use-once'

const ConfirmPanel = dynamic(
  patiently(() => import('./confirm-panel').then((module) => module.ConfirmPanel)),
  { ssr: false },
)

/** Asks before something is lost; loaded when it first asks. */
export function ConfirmDialog(props: ConfirmProps) {
  return useOnce(props.open) && <ConfirmPanel {...props} />
}
