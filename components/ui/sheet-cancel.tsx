'use client'

import { createContext, use } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button'

/** How the sheet is closed that this stands in, which asks first where something is unsaved. */
export const SheetClosing = createContext(() => {})

/** Closes the sheet it stands in, as Escape does. */
export function SheetCancel({ label }: { label?: string }) {
  const t = useTranslations('action')
  return <Button onClick={use(SheetClosing)}>{label ?? t('cancel')}</Button>
}
