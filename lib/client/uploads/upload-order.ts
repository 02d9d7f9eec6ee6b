import { isUnderway, type Upload, type UploadStage } from './upload'

const turns: ReadonlySet<UploadStage> = new Set(['waiting', 'otherProject'])

/** 0 for what is being sent, then what needs somebody, what waits its turn, and what is done. */
function rank(upload: Pick<Upload, 'stage'>): number {
  if (upload.stage === 'active') return 3
  if (turns.has(upload.stage)) return 2
  return isUnderway(upload) ? 0 : 1
}

/** Uploads as they are listed: those of one rank stay in their order, and those that wait are listed in the order of their turns. */
export function inOrder<One extends Pick<Upload, 'stage' | 'createdAt'>>(uploads: readonly One[]): One[] {
  return [...uploads].sort((a, b) => {
    const ranks = rank(a) - rank(b)
    if (ranks !== 0) return ranks
    return a.stage === 'active' ? b.createdAt - a.createdAt : a.createdAt - b.createdAt
  })
}
