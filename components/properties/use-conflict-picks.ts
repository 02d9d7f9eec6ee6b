'use client'

import { useState } from 'react'
import type { PropertyConflict } from '@/lib/client/properties/property-changes'
import type { Side } from './conflict-view'
import type { PropertyEditor } from './use-property-editor'

type Conflicts = readonly PropertyConflict[]

/** Which side the person takes in each conflict; another clash asks anew. */
export function useConflictPicks(editor: PropertyEditor, conflicts: Conflicts) {
  const [picks, setPicks] = useState<{ of: Conflicts; chosen: Record<string, Side> }>({ of: conflicts, chosen: {} })
  const chosen = picks.of === conflicts ? picks.chosen : {}
  return {
    chosen,
    /** The names that nobody has decided about yet. */
    undecided: conflicts.map(({ name }) => name).filter((name) => !chosen[name]),
    choose(conflict: PropertyConflict, side: Side) {
      editor.set(conflict.name, conflict[side])
      setPicks({ of: conflicts, chosen: { ...chosen, [conflict.name]: side } })
    },
  }
}
