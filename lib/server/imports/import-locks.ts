import { type Image, stageHostProperty } from '../images/image'
import type { ImageImportService } from '../images/image-import-service'
import type { Task } from '../tasks/task'
import { isFinished } from '../tasks/task'
import type { TaskService } from '../tasks/task-service'
import { progressProperties } from './import-job'

const minuteMs = 60_000
/** After how long without a word a task is taken for dead. */
const patienceMs = { pending: 120 * minuteMs, processing: 60 * minuteMs, success: 0, failure: 0 }

/** Takes an image from a task that will not give it back: one that is gone, ended, or silent for too long. */
export async function breakStaleLock(
  image: Image,
  { images, tasks }: { images: ImageImportService; tasks: TaskService },
): Promise<Image> {
  const holder = images.lockOf(image)
  if (holder === null) return image
  const task = await tasks.find(holder)
  if (task && !isStale(task)) return image
  await tasks.fail(holder, 'The task was silent for too long, and another import has taken over.')
  await release(image, holder, images)
  return images.current(image.id)
}

/** Gives an image back that a task has not finished with: `queued` if it was to get its first data. */
export async function release(image: Image, taskId: string, images: ImageImportService): Promise<void> {
  if (image.status === 'importing' && image.locations.length === 0) await images.move(image.id, 'importing', 'queued')
  const failed = (image.properties.os_glance_importing_to_stores ?? '').split(',').filter((id) => id !== '')
  const setProperties = progressProperties({ importing: [], failed })
  await images.change(image.id, { setProperties, removeProperties: [stageHostProperty] })
  await images.unlock(image.id, taskId)
}

function isStale(task: Task): boolean {
  return isFinished(task) || Date.now() - task.updatedAt.getTime() > patienceMs[task.status]
}
