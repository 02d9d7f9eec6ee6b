import { uuid } from './image-fields'
import { taskStatuses, taskTypes } from './task'

/** The document at `/v2/schemas/task`. */
export function taskSchema() {
  const text = (description: string) => ({ type: 'string', description })
  const textOrNull = (description: string) => ({ type: ['null', 'string'], description })
  const anything = (description: string) => ({ type: ['null', 'object'], description })
  return {
    name: 'task',
    properties: {
      id: { ...text('An identifier for the task'), pattern: uuid },
      type: { type: 'string', enum: taskTypes, description: 'The type of task represented by this content' },
      status: { type: 'string', enum: taskStatuses, description: 'The current status of this task' },
      input: anything('The parameters required by task, JSON blob'),
      result: anything('The result of current task, JSON blob'),
      owner: text('An identifier for the owner of this task'),
      message: text('Human-readable informative message only included when appropriate (usually on failure)'),
      image_id: text('Image associated with the task'),
      request_id: text('Human-readable informative request-id'),
      user_id: text('User associated with the task'),
      expires_at: textOrNull('Datetime when this resource would be subject to removal'),
      created_at: text('Datetime when this resource was created'),
      updated_at: text('Datetime when this resource was updated'),
      self: { readOnly: true, type: 'string' },
      schema: { readOnly: true, type: 'string' },
    },
  }
}

/** The document at `/v2/schemas/tasks`; a list has no more of a task than who wants to find it needs. */
export function tasksSchema() {
  const { name, properties } = taskSchema()
  const { input: _, result: __, message: ___, ...listed } = properties
  return {
    name: 'tasks',
    properties: { tasks: { type: 'array', items: { name, properties: listed } }, schema: { type: 'string' } },
    links: [{ rel: 'describedby', href: '{schema}' }],
  }
}
