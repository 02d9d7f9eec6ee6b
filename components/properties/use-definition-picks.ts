'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSignedIn } from '@/components/layout/session'
import { definitionsByName, definitionsQuery, type NamespaceDefinition } from '@/lib/client/properties/definitions'
import type { PropertySchema } from '@/lib/contract/metadefs'

/** By which namespace's definition each property is edited, where several differ. */
export interface DefinitionPicks {
  /** The definition that counts, if there is one, and all that differ from it, itself included. */
  of(name: string): { namespace?: string; schema: PropertySchema | undefined; all: readonly NamespaceDefinition[] }
  pick(name: string, namespace: string): void
}

export function useDefinitionPicks(): DefinitionPicks {
  const { project } = useSignedIn()
  const { data: byName } = useQuery({ ...definitionsQuery(project.id), select: definitionsByName })
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  return {
    of(name) {
      const all = byName?.get(name) ?? []
      const first = all.find(({ namespace }) => namespace === picked[name]) ?? all[0]
      return { ...first, schema: first?.schema, all }
    },
    pick: (name, namespace) => setPicked((now) => ({ ...now, [name]: namespace })),
  }
}
