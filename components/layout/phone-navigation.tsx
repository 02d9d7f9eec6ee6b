'use client'

import { Menu } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { iconButtonClass } from '@/components/ui/icon-button'
import { useOnce } from '@/components/ui/use-once'
import { patiently } from '@/lib/client/patiently'

const PhoneSheet = dynamic(
  patiently(() => import('./phone-sheet').then((module) => module.PhoneSheet)),
  { ssr: false },
)

/** Where the window is narrow: a button that opens the whole navigation. */
export function PhoneNavigation() {
  const t = useTranslations('app')
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const wanted = useOnce(open)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={t('openNavigation')}
        className={`${iconButtonClass} md:hidden`}
        onClick={() => setOpen(true)}
      >
        <Menu size={18} aria-hidden />
      </button>
      {wanted && <PhoneSheet open={open} setOpen={setOpen} button={button} />}
    </>
  )
}
