'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type PartKind, type Parts, partsOf } from '@/lib/client/metadefs/parts'
import type { PartSheetProps } from './part-sheet'
import { useMetadefWrite } from './use-metadef-write'

/** What every form of a part does: knows the names that are taken, and adds the part or changes it. */
export function usePartForm<Kind extends PartKind>(kind: Kind, { namespace, part, onClose }: PartSheetProps<Kind>) {
  const t = useTranslations('metadefs')
  const [checked, setChecked] = useState(false)
  const taken = partsOf(namespace)[kind].map(({ name }) => name)
  const [name, setName] = useState('')
  const write = useMetadefWrite({
    namespace: namespace.namespace,
    done: t(part ? 'saved' : 'created', { name }),
    onDone: onClose,
  })
  return {
    /** The names of the others. */
    taken: taken.filter((other) => other !== part?.name),
    /** Whether what is wrong is to be shown. */
    checked,
    form: {
      title: part ? t('editTitle', { name: part.name }) : t(`add.${kind as PartKind}`),
      submitLabel: part ? t('save') : t(`add.${kind as PartKind}`),
      pending: write.isPending,
      error: write.error,
      onClose,
    },
    save(next: Parts[Kind], fits: boolean) {
      setChecked(true)
      if (!fits) return
      setName(next.name)
      write.mutate(part ? { op: 'change', kind, name: part.name, part: next, before: part } : { op: 'add', kind, part: next })
    },
  }
}
