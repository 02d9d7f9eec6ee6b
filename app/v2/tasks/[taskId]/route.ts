import { TaskPath } from '@/lib/contract/task'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'
import { taskView } from '@/lib/server/tasks/task-view'

export const GET = endpoint({ params: TaskPath }, async ({ ctx, params }) => {
  return json(taskView(await services.tasks.show(ctx, params.taskId)))
})
