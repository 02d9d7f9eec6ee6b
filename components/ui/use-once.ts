'use client'

import { useState } from 'react'

/** Whether it is so, or was so since the component is there. */
export function useOnce(now: boolean): boolean {
  const [once, setOnce] = useState(now)
  if (now && !once) setOnce(true)
  return once || now
}
