'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type IdentityThing, isNameTaken, type ThingKind } from '@/lib/client/identity'
import { changedTexts, editThing, type Meanwhile, type ThingField, type ThingTexts, textsOf } from '@/lib/client/identity-edit'
import { useIdentityChange } from './use-identity-change'

interface Parts {
  kind: ThingKind
  thing: IdentityThing
  onDone(): void
}

/** What is edited; it is saved once, and what somebody else has changed meanwhile is shown apart from it until it is saved again. */
export function useThingEdit({ kind, thing, onDone }: Parts) {
  const t = useTranslations('adminIdentity')
  const [before, setBefore] = useState(() => textsOf(thing))
  const [texts, setTexts] = useState(before)
  const [overtaken, setOvertaken] = useState<readonly ThingField[]>([])
  const { mutate, isPending, error, variables } = useIdentityChange(
    (after: ThingTexts) => editThing(kind, thing.id, { before, after }),
    ({ name }, meanwhile: Meanwhile | null) => (meanwhile ? null : t('changed', { name: name.trim() })),
    { quiet: true },
  )
  const take = ({ now, fields }: Meanwhile) => {
    setTexts((typed) => ({ ...now, ...changedTexts(before, typed) }))
    setBefore(now)
    setOvertaken(fields)
  }
  return {
    before,
    texts,
    setTexts,
    /** What was typed and not saved. */
    changes: changedTexts(before, texts),
    overtaken,
    taken: isNameTaken(error) && variables?.name.trim() === texts.name.trim(),
    save() {
      setOvertaken([])
      mutate(texts, { onSuccess: (meanwhile) => (meanwhile ? take(meanwhile) : onDone()) })
    },
    isPending,
    error,
  }
}
