'use client'

import { useState } from 'react'
import { countChanges } from '@/lib/client/properties/property-changes'
import { type DraftField, hasDrafts, noDrafts, type PropertyDrafts, takeIn } from '@/lib/client/properties/property-drafts'
import type { PropertyEditor } from './use-property-editor'

/** One field's text, and how it changes. */
export interface Draft {
  text: string
  type(text: string): void
}

/** What was typed for something new and is not among the changes yet. */
export interface Drafts {
  texts: PropertyDrafts
  /** Whether anything would be lost. */
  any: boolean
  /** How many changes there are, together with what was not added yet. */
  count: number
  /** The field that was found wanting when its text was to be added. */
  refused: DraftField | null
  type(change: Partial<PropertyDrafts>): void
  /** What is typed for one more element of a list. */
  elementOf(name: string): Draft
  refuse(field: DraftField): void
  /** Makes changes of them all, or says in which field that fails. */
  takeIn(): DraftField | null
}

export function useDrafts(editor: PropertyEditor): Drafts {
  const [{ texts, refused }, setState] = useState<{ texts: PropertyDrafts; refused: DraftField | null }>({
    texts: noDrafts,
    refused: null,
  })
  const taken = takeIn(editor.after, texts)
  const type = (change: Partial<PropertyDrafts>) => setState((now) => ({ texts: { ...now.texts, ...change }, refused: null }))
  const refuse = (field: DraftField) => setState((now) => ({ ...now, refused: field }))
  return {
    texts,
    any: hasDrafts(texts, editor.after),
    count: countChanges(editor.before, taken.fields) + taken.misfits.length,
    refused,
    type,
    elementOf: (name) => ({
      text: texts.elements[name] ?? '',
      type: (text) => type({ elements: { ...texts.elements, [name]: text } }),
    }),
    refuse,
    takeIn() {
      const [misfit = null] = taken.misfits
      if (misfit) {
        refuse(misfit)
        return misfit
      }
      if (countChanges(editor.after, taken.fields) > 0) editor.rebase(editor.before, taken.fields)
      type(noDrafts)
      return null
    },
  }
}
