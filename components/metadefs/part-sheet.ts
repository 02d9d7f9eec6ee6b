import type { PartKind, Parts } from '@/lib/client/metadefs/parts'
import type { NamespaceView } from '@/lib/contract/metadef-view'

/** What the form of a part is given. */
export interface PartSheetProps<Kind extends PartKind> {
  namespace: NamespaceView
  /** What is edited; without it a new one is made. */
  part: Parts[Kind] | undefined
  onClose(): void
}
