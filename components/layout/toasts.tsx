'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { toastsWanted } from '@/components/ui/toast'
import { patiently } from '@/lib/client/patiently'

const ToastCorner = dynamic(
  patiently(() => import('./toast-corner').then((module) => module.ToastCorner)),
  { ssr: false },
)

/** Where toasts appear, once there is one. */
export function Toasts() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => void toastsWanted.then(() => setWanted(true)), [])
  return wanted && <ToastCorner />
}
