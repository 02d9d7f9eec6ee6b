import type { ImportMethodName } from '@/lib/contract/import-request'
import { stageHostProperty } from '../images/image'
import type { TaskRun } from '../tasks/task-service'
import { createByteSteps } from './byte-steps'
import { type ImportJob, type ImportOrder, type ImportParts, type ImportStep, progressProperties } from './import-job'
import { createPluginSteps } from './plugin-steps'
import { createRemoteSteps } from './remote-steps'
import { runSteps } from './run-steps'
import { createStoreSteps } from './store-steps'

/** Carries an order out. Whatever fails leaves the image `queued`, or `active` where it was, without a trace of the attempt. */
export type ImportFlow = (order: ImportOrder, caller: ImportJob['caller'], run: TaskRun) => Promise<void>

export function createImportFlow(parts: ImportParts): ImportFlow {
  const { images, staging, log } = parts
  const flows = createFlows(parts)

  async function clearUp(job: ImportJob, failed: boolean) {
    const { imageId, run } = job
    if (!(await images.belongsTo(imageId, run.task.id))) return
    await staging.remove(imageId)
    // What has not arrived when an import fails has failed with it.
    const missing = job.importing.filter((id) => !job.failed.includes(id))
    const setProperties = progressProperties({ importing: [], failed: failed ? [...job.failed, ...missing] : job.failed })
    if (await images.find(imageId)) await images.change(imageId, { setProperties, removeProperties: [stageHostProperty] })
    await images.unlock(imageId, run.task.id)
  }

  return async (order, caller, run) => {
    const image = await images.current(order.imageId)
    const job: ImportJob = { ...order, caller, run, image, importing: [...order.stores], failed: [], unclaimed: [] }
    const mayUndo = () => images.belongsTo(order.imageId, run.task.id)
    let failed = true
    try {
      await runSteps(flows[order.method.name], job, { log, mayUndo })
      failed = false
    } finally {
      await clearUp(job, failed)
    }
  }
}

/** Each method as its steps. */
function createFlows(parts: ImportParts): Record<ImportMethodName, readonly ImportStep[]> {
  const bytes = createByteSteps(parts)
  const remote = createRemoteSteps(parts, bytes)
  const stores = createStoreSteps(parts)
  const available = createPluginSteps(parts)
  const plugins = parts.config.image_import_opts.image_import_plugins.map((name) => available[name])
  return {
    'glance-direct': [bytes.takeStaged, bytes.moveToImporting('uploading'), ...plugins, stores.storeNew],
    'web-download': [bytes.moveToImporting('queued'), bytes.webDownload, ...plugins, available.task_conversion, stores.storeNew],
    'glance-download': [bytes.moveToImporting('queued'), remote.describe, remote.fetchData, ...plugins, stores.storeNew],
    'copy-image': [bytes.stageCopy, stores.storeCopies],
  }
}
