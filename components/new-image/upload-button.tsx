'use client'

import { ChevronDown, Upload } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusal } from '@/components/layout/use-refusal'
import { buttonClass } from '@/components/ui/button'
import { RefusableButton } from '@/components/ui/refusable-button'
import { useUploads } from '@/components/uploads/upload-provider'

/** The way to a new image: choose a file at once, or open the other ways. */
export function UploadButton() {
  const t = useTranslations('images')
  const { choose } = useUploads()
  const refusal = useRefusal('add_image')
  const joined = refusal ? {} : { className: 'rounded-r-none' }
  return (
    <div className="flex">
      <RefusableButton refusal={refusal} variant="primary" onClick={() => choose()} {...joined}>
        <Upload size={16} aria-hidden />
        {t('upload')}
      </RefusableButton>
      {!refusal && <Ways />}
    </div>
  )
}

const load = () => import('./ways-menu')
const WaysMenu = lazy(async () => ({ default: (await load()).WaysMenu }))

/** Loaded when it is first wanted. */
function Ways() {
  const t = useTranslations('newImage')
  const [wanted, setWanted] = useState(false)
  const look = buttonClass({ variant: 'primary', className: 'rounded-l-none border-l-canvas! px-1.5!' })
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={t('moreWays')}
      className={look}
      onPointerEnter={load}
      onClick={() => setWanted(true)}
    >
      <ChevronDown size={16} aria-hidden />
    </button>
  )
  return wanted ? (
    <Suspense fallback={button}>
      <WaysMenu triggerClass={look} />
    </Suspense>
  ) : (
    button
  )
}
