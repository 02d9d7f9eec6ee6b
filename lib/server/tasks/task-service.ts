import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { isProblem, Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import type { Context } from '../context'
import type { Policy } from '../policy/policy'
import type { NewTask, Task } from './task'
import { readTaskListQuery } from './task-list-query'
import type { TaskPage, TaskRepository } from './task-repository'
import { createTaskTurns } from './task-turns'

/** What a running task may use. */
export interface TaskRun {
  task: Task
  /** Says how far the work is; others may take an image over from a task that has been silent for an hour. */
  report(message: string): void
  /** Fires when the task was ended by others, or the server stops. */
  signal: AbortSignal
}

/** The work of a task; answers its result. What it throws becomes the task's message. */
export type TaskWork = (run: TaskRun) => Promise<unknown>

export interface TaskService {
  list(ctx: Context, parameters: Readonly<Record<string, string | readonly string[]>>): Promise<TaskPage>
  show(ctx: Context, id: string): Promise<Task>
  /** The tasks of an image, the oldest first; who may see the image is asked elsewhere. */
  ofImage(imageId: string): Promise<Task[]>
  find(id: string): Promise<Task | null>
  /** Records a task of the caller that `start` sets to work; one that is never started has to be withdrawn. */
  create(ctx: Context, task: Pick<NewTask, 'type' | 'imageId' | 'input'>): Promise<Task>
  /** Does the work when its turn comes, after this call. */
  start(task: Task, work: TaskWork): void
  withdraw(id: string): Promise<void>
  /** Ends a task from outside, also one that is being worked on. */
  fail(id: string, message: string): Promise<void>
  /** At the start: what a crash left unfinished fails; answers those tasks. */
  recoverInterrupted(): Promise<Task[]>
  /** Ends what is being worked on, and waits for it. */
  stop(): Promise<void>
}

export interface TaskServiceParts {
  repository: TaskRepository
  policy: Policy
  settings: Pick<Settings, 'DEFAULT' | 'task' | 'taskflow_executor'>
  log: Logger
}

const hourMs = 3_600_000
const reportMs = 5_000

/** Tasks run in this process, `[taskflow_executor] max_workers` at a time. */
export function createTaskService({ repository, policy, settings, log }: TaskServiceParts): TaskService {
  const turns = createTaskTurns(settings.taskflow_executor.max_workers)
  const running = new Map<string, AbortController>()
  const expiry = () => new Date(Date.now() + settings.task.task_time_to_live * hourMs)

  async function run(task: Task, work: TaskWork, signal: AbortSignal) {
    if (!(await repository.begin(task.id))) return
    try {
      if (signal.aborted) throw signal.reason
      const result = await work({ task, report: reporter(task.id), signal })
      await repository.finish(task.id, { status: 'success', result: result ?? null, message: '', expiresAt: expiry() })
    } catch (error) {
      log.warn({ taskId: task.id, imageId: task.imageId, err: error }, 'a task failed')
      await failed(task.id, readable(error))
    }
  }

  function failed(id: string, message: string) {
    return repository.finish(id, { status: 'failure', result: null, message, expiresAt: expiry() })
  }

  /** At most one report every five seconds reaches the database. */
  function reporter(id: string): TaskRun['report'] {
    let next = Date.now() + reportMs
    return (message) => {
      if (Date.now() < next) return
      next = Date.now() + reportMs
      repository.report(id, message).catch((err) => log.error({ taskId: id, err }, 'a task could not say how far it is'))
    }
  }

  return {
    async list(ctx, parameters) {
      policy.authorize(ctx, 'get_tasks', {})
      await repository.removeExpired()
      return repository.list(readTaskListQuery(parameters, settings.DEFAULT), ctx.isAdmin ? null : ctx.projectId)
    },

    async show(ctx, id) {
      policy.authorize(ctx, 'get_task', {})
      const task = await repository.find(id)
      if (!task || (!ctx.isAdmin && task.owner !== ctx.projectId)) throw new Problem('notFound', `No task found with ID ${id}`)
      return task
    },

    async ofImage(imageId) {
      await repository.removeExpired()
      return repository.ofImage(imageId)
    },

    find: repository.find,
    withdraw: repository.withdraw,

    async create(ctx, fields) {
      const id = randomUUID()
      const who = { owner: ctx.projectId ?? '', userId: ctx.userId, requestId: ctx.requestId }
      await repository.create({ ...fields, ...who, id })
      const task = await repository.find(id)
      if (!task) throw new Problem('internal', `The task ${id} has just been made and is not there.`)
      return task
    },

    start(task, work) {
      const stopping = new AbortController()
      running.set(task.id, stopping)
      turns.add(() =>
        run(task, work, stopping.signal)
          .catch((err) => log.error({ taskId: task.id, err }, 'a task could not be brought to an end'))
          .finally(() => running.delete(task.id)),
      )
    },

    async fail(id, message) {
      await failed(id, message)
      running.get(id)?.abort(new Problem('conflict', message))
    },

    async recoverInterrupted() {
      const interrupted = await repository.unfinished()
      for (const { id } of interrupted) await failed(id, 'The server was stopped before the task was done.')
      return interrupted
    },

    async stop() {
      for (const stopping of running.values()) stopping.abort(new Problem('storeUnavailable', 'The server was stopped.'))
      await turns.idle()
    },
  }
}

/** What a client may read about a failure. */
function readable(error: unknown): string {
  return isProblem(error) && error.kind !== 'internal' ? error.message : 'The task failed for a reason that only the log tells.'
}
