import { ImagePath } from '@/lib/contract/image'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'
import { imageTaskView } from '@/lib/server/tasks/task-view'

export const GET = endpoint({ params: ImagePath }, async ({ ctx, params }) => {
  const tasks = await services.imports.tasksOf(ctx, params.imageId)
  return json({ tasks: tasks.map(imageTaskView) })
})
