import type { ImportMethodName } from '@/lib/contract/import-request'
import type { TaskInput } from '@/lib/contract/task'
import type { Context } from '../context'
import type { UploadSource } from '../images/image-service'
import type { Task } from '../tasks/task'
import type { AskedImport } from './import-request-check'

/** The import of images. Failures of a request are its answer; failures of the work are its task's message. */
export interface ImportService {
  /** The enabled methods, in the order of the configuration. */
  readonly methods: readonly ImportMethodName[]
  /** Keeps an image's data until `glance-direct` takes them: `queued` → `uploading`. */
  stage(ctx: Context, imageId: string, source: UploadSource): Promise<void>
  /** Begins an import that goes on after this call; nothing begins where every store has its copy. */
  begin(ctx: Context, imageId: string, asked: AskedImport): Promise<void>
  /** Glance's older way: a task that creates its image and downloads the data into it. */
  createTask(ctx: Context, asked: TaskInput): Promise<Task>
  tasksOf(ctx: Context, imageId: string): Promise<Task[]>
  /** At the start: what a crash left half done is `queued` again, or `active` as it was, and nothing stays staged for nobody. */
  recover(): Promise<void>
}
