'use client'

import { useState } from 'react'
import { jsonOf, type PropertyMisfit, readPropertyJson } from '@/lib/client/properties/property-json'
import type { PropertyEditor } from './use-property-editor'

/** The properties as a JSON text: what fits goes into the editor at once, what does not waits in the text. */
export interface PropertyJson {
  text: string
  misfits: readonly PropertyMisfit[]
  change(text: string): void
  /** Writes the text anew from the properties, where it fits. */
  settle(): void
  /** Gives up the text for what the properties are. */
  drop(): void
}

export function usePropertyJson(editor: PropertyEditor): PropertyJson {
  const [typed, setTyped] = useState<string | null>(null)
  const misfits = typed === null ? [] : readPropertyJson(typed, editor.after).misfits
  return {
    text: typed ?? jsonOf(editor.after),
    misfits,
    change(text) {
      setTyped(text)
      for (const { name, after } of readPropertyJson(text, editor.after).changes) editor.set(name, after)
    },
    settle() {
      if (misfits.length === 0) setTyped(null)
    },
    drop: () => setTyped(null),
  }
}
