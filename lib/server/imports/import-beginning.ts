import { paths } from '@/lib/contract/paths'
import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { PeerRequest } from '../peer-nodes'
import type { Task } from '../tasks/task'
import { type ImportOrder, progressProperties } from './import-job'
import { breakStaleLock } from './import-locks'
import { type AskedImport, assertReady, assertStoresMakeSense, chooseStores } from './import-request-check'
import type { ImportService } from './import-service'
import type { Story } from './import-story'

/** The request as the node that holds the data shall get it. */
function repeated(imageId: string, { storeHeader, ...body }: AskedImport): PeerRequest {
  const headers: PeerRequest['headers'] = storeHeader === null ? {} : { 'x-image-meta-store': storeHeader }
  return { method: 'POST', path: `${paths.image(imageId)}/import`, headers, body }
}

/** `POST /v2/images/{id}/import`, its older form `POST /v2/tasks`, and the tasks of an image. */
export function createImportBeginning(story: Story): Pick<ImportService, 'begin' | 'createTask' | 'tasksOf'> {
  const { config, images, access, policy, quotas, registry, tasks, peers, filter, flow } = story
  const enabled: readonly string[] = config.DEFAULT.enabled_import_methods

  async function claim(order: ImportOrder, task: Task) {
    if (!(await images.lock(order.imageId, task.id)))
      throw new Problem('conflict', `The image ${order.imageId} is being imported already.`)
    await images.change(order.imageId, { setProperties: progressProperties({ importing: [...order.stores], failed: [] }) })
  }

  return {
    async begin(ctx, imageId, asked) {
      const { method } = asked
      if (!enabled.includes(method.name)) throw new Problem('badRequest', `The import method ${method.name} is not enabled.`)
      assertStoresMakeSense(asked, registry.multi)
      const { image: found, target } = await access.findVisible(ctx, imageId)
      policy.authorize(ctx, method.name === 'copy-image' ? 'copy_image' : 'modify_image', target)
      if (method.name === 'web-download') filter.check(method.uri)
      const holder = method.name === 'glance-direct' ? peers.holderOf(found) : null
      if (holder !== null) return peers.forward(ctx, holder, repeated(imageId, asked))
      const image = await breakStaleLock(found, { images, tasks })
      if (images.lockOf(image) !== null) throw new Problem('conflict', `The image ${imageId} is being imported already.`)
      assertReady(image, method)
      const stores = chooseStores(asked, image, registry)
      if (stores.length === 0) return
      await quotas.assertRoomForImport(image.owner, (image.size ?? 0) * stores.length, method.name !== 'glance-direct')
      const { storeHeader: _, ...importRequest } = asked
      const input = { image_id: imageId, import_req: importRequest, backend: stores }
      const task = await tasks.create(ctx, { type: 'api_image_import', imageId, input })
      const order = { imageId, method, stores, allMustSucceed: asked.all_stores_must_succeed ?? true }
      await claim(order, task).catch(async (error) => {
        await tasks.withdraw(task.id)
        throw error
      })
      const { token, roles } = ctx
      tasks.start(task, (run) => flow(order, { token, roles }, run))
    },

    async createTask(ctx, { input }) {
      policy.authorize(ctx, 'add_task', {})
      filter.check(input.import_from)
      const task = await tasks.create(ctx, { type: 'import', imageId: null, input })
      const caller: Context = { ...ctx }
      tasks.start(task, async (run) => {
        const formats = { disk_format: input.import_from_format ?? null, container_format: 'bare' }
        const { id: imageId } = await access.create({ ...caller, signal: run.signal }, { ...formats, ...input.image_properties })
        const method = { name: 'web-download', uri: input.import_from } as const
        const { conversion_format: convertTo } = config.taskflow_executor
        const order = { imageId, method, stores: [registry.default.id], allMustSucceed: true, ...(convertTo && { convertTo }) }
        await claim(order, task)
        await flow(order, caller, run)
        return { image_id: imageId }
      })
      return task
    },

    async tasksOf(ctx, imageId) {
      await access.get(ctx, imageId)
      return tasks.ofImage(imageId)
    },
  }
}
