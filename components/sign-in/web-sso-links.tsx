'use client'

import { LogIn } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '@/components/ui/button'
import { webSsoHref } from '@/lib/client/sign-in'
import type { WebSsoChoice } from '@/lib/contract/session'

interface Props {
  choices: readonly WebSsoChoice[]
  callbackUrl: string
  /** Opens a window of its own, so that the page stays. */
  inWindow?: boolean
}

const windowFeatures = 'popup,width=520,height=720'

/** The ways over the cloud's own sign-in pages. */
export function WebSsoLinks({ choices, callbackUrl, inWindow = false }: Props) {
  const t = useTranslations('signIn')
  return choices.map(({ id, label }) => (
    <a
      key={id}
      href={webSsoHref(id, callbackUrl)}
      className={buttonClass({ className: 'w-full' })}
      onClick={(event) => {
        if (!inWindow) return
        event.preventDefault()
        window.open(event.currentTarget.href, '_blank', windowFeatures)
      }}
    >
      <LogIn size={16} aria-hidden />
      {t('with', { label })}
    </a>
  ))
}
