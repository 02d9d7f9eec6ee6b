'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { showFirst } from '@/components/form/show-first'
import { isNameTaken } from '@/lib/client/identity'

const wrong = '[aria-invalid=true]'

/** A form that puts the focus into the first field that is wrong, by itself or because the server has refused the name. */
export function useThingForm(refused: Error | null) {
  const form = useRef<HTMLFormElement>(null)
  const [checked, setChecked] = useState(false)
  useEffect(() => {
    if (isNameTaken(refused)) showFirst(form.current, wrong)
  }, [refused])
  return {
    form,
    /** Whether what is missing is to be said. */
    checked,
    /** Says what is wrong, if anything is; whether the form can be sent. */
    check(fits: boolean): boolean {
      // Only what is rendered as wrong can be shown.
      flushSync(() => setChecked(true))
      if (!fits) showFirst(form.current, wrong)
      return fits
    },
  }
}
