import { release } from './import-locks'
import type { ImportService } from './import-service'
import type { Story } from './import-story'

/** What a crash has left of imports, put right before the first request. */
export function createImportRecovery({ images, tasks, staging, peers, log }: Story): Pick<ImportService, 'recover'> {
  async function endTasks() {
    for (const { id, imageId } of await tasks.recoverInterrupted()) {
      const image = imageId === null ? null : await images.find(imageId)
      if (image && images.lockOf(image) === id) await release(image, id, images)
    }
  }

  /** Images whose task has no row, or knows its image only by the lock. */
  async function endImports() {
    for (const id of await images.idsOf('importing')) {
      const image = await images.find(id)
      const holder = image && images.lockOf(image)
      if (image && holder !== null && holder !== undefined) await release(image, holder, images)
    }
  }

  async function matchStagedFiles() {
    await staging.removeIncoming()
    const waiting = new Map<string, boolean>()
    for (const id of await images.idsOf('uploading')) {
      const image = await images.find(id)
      if (image && peers.holderOf(image) !== null) continue
      const size = await staging.size(id)
      const complete = size !== null && image?.size === size
      waiting.set(id, complete)
      if (!complete) await images.move(id, 'uploading', 'queued')
    }
    for (const id of await staging.ids()) if (!waiting.get(id)) await staging.remove(id)
    const lost = [...waiting].filter(([, complete]) => !complete).map(([id]) => id)
    if (lost.length > 0) log.warn({ imageIds: lost }, 'staging was interrupted: these images are queued again')
  }

  return {
    async recover() {
      await endTasks()
      await endImports()
      await matchStagedFiles()
    },
  }
}
