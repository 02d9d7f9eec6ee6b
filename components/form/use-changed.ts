'use client'

import { useState } from 'react'

/** Whether what a form holds differs from what it held at first; for values that JSON can write. */
export function useChanged(value: unknown): boolean {
  const now = JSON.stringify(value)
  const [first] = useState(now)
  return now !== first
}
