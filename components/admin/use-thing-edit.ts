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
  /** Told what somebody else has written into fields that were not touched here. */
  onSeen(now: Partial<ThingTexts>): void
}

/** Saves what was edited, and keeps what somebody else has changed meanwhile apart from it until it is saved again. */
export function useThingEdit({ kind, thing, onDone, onSeen }: Parts) {
  const t = useTranslations('adminIdentity')
  const [before, setBefore] = useState(() => textsOf(thing))
  const [overtaken, setOvertaken] = useState<readonly ThingField[]>([])
  const [takenName, setTakenName] = useState<string | null>(null)
  const { mutate, isPending, error } = useIdentityChange(
    (after: ThingTexts) => editThing(kind, thing.id, { before, after }),
    ({ name }, meanwhile: Meanwhile | null) => (meanwhile ? null : t('changed', { name: name.trim() })),
    { quiet: true },
  )
  const take = ({ now, fields }: Meanwhile, after: ThingTexts) => {
    const own = changedTexts(before, after)
    setBefore(now)
    setOvertaken(fields)
    onSeen({ ...now, ...own })
  }
  const save = (after: ThingTexts) => {
    setOvertaken([])
    mutate(after, {
      onSuccess: (meanwhile) => (meanwhile ? take(meanwhile, after) : onDone()),
      onError: (failure) => setTakenName(isNameTaken(failure) ? after.name.trim() : null),
    })
  }
  return { before, overtaken, takenName, save, isPending, error }
}
