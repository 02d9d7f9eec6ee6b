import type { ImageStatus } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'

/** Legal status moves; everything not listed is a conflict. */
const moves: Readonly<Record<ImageStatus, readonly ImageStatus[]>> = {
  queued: ['saving', 'uploading', 'importing', 'active', 'deleted'],
  saving: ['active', 'killed', 'deleted', 'queued'],
  uploading: ['importing', 'queued', 'deleted'],
  importing: ['active', 'deleted', 'queued'],
  active: ['deactivated', 'pending_delete', 'deleted'],
  deactivated: ['active', 'deleted'],
  killed: ['deleted'],
  pending_delete: ['deleted', 'active'],
  deleted: [],
}

/** Throws `conflict` for a move that the status machine does not know. */
export function assertMove(from: ImageStatus, to: ImageStatus) {
  if (!moves[from].includes(to)) throw new Problem('conflict', `An image that is ${from} cannot become ${to}.`)
}
