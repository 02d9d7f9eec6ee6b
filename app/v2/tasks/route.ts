import { paths } from '@/lib/contract/paths'
import { TaskInput, TaskListParameters } from '@/lib/contract/task'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { publicBase } from '@/lib/server/http/public-url'
import { services } from '@/lib/server/services'
import { taskListView, taskView } from '@/lib/server/tasks/task-view'

export const POST = endpoint({ body: TaskInput }, async ({ ctx, request, body }) => {
  const task = await services.imports.createTask(ctx, body)
  const location = publicBase(request) + paths.task(task.id)
  return json(taskView(task), { status: 201, headers: { location } })
})

export const GET = endpoint({ query: TaskListParameters }, async ({ ctx, request, query }) => {
  const { tasks, more } = await services.tasks.list(ctx, query)
  return json(taskListView(tasks, new URL(request.url).searchParams, more))
})
