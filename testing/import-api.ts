import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImageView } from '@/lib/contract/image'
import type { ImageTaskView, TaskView } from '@/lib/contract/task'
import type { Caller } from './identities'
import { type ImageApi, octets, startImageApi } from './image-api'

/** A web server of the test's own, on the loopback. */
export interface WebServer {
  port: number
  url: string
  /** What it answers from now on, whatever the path. */
  serve(listener: RequestListener): void
  stop(): Promise<void>
}

/** An Image API that may download from a local web server. */
export interface ImportApi extends ImageApi {
  web: WebServer
  /** A folder that ends with the server. */
  folder: string
  stage(id: string, bytes: Uint8Array | string, as?: Caller): Promise<Response>
  import(id: string, body: unknown, as?: Caller, headers?: Record<string, string>): Promise<Response>
  /** The tasks of an image, once none of them is at work any more. */
  settled(id: string): Promise<ImageTaskView[]>
  /** A task of the tasks API, once it has ended. */
  ended(taskId: string): Promise<TaskView>
}

/** The names of a configuration's sections, and its lines below each. */
export type ConfigText = Record<string, readonly string[]>

export async function startWebServer(): Promise<WebServer> {
  let answer: RequestListener = (_, response) => response.writeHead(404).end()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    serve(listener) {
      answer = listener
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Starts both; `more` adds to the configuration, with `$folder` for a temporary folder. */
export async function startImportApi(more: ConfigText = {}): Promise<ImportApi> {
  const web = await startWebServer()
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-imports-'))
  const file = join(folder, 'glance-api.conf')
  const filter = ['allowed_hosts = 127.0.0.1', `allowed_ports = 80, 443, ${web.port}`]
  const sections = Object.entries({ import_filtering_opts: filter, ...more })
  const text = sections.map(([name, lines]) => [`[${name}]`, ...lines].join('\n')).join('\n')
  writeFileSync(file, text.replaceAll('$folder', folder))
  const api = await startImageApi(['--config-file', file])

  async function tasksOf(id: string): Promise<ImageTaskView[]> {
    const { tasks } = (await (await api.call('GET', `/v2/images/${id}/tasks`)).json()) as { tasks: ImageTaskView[] }
    return tasks
  }

  return {
    ...api,
    web,
    folder,
    stage: (id, body, as = 'member') => api.call('PUT', `/v2/images/${id}/stage`, { as, headers: octets, body }),
    import: (id, body, as = 'member', headers = {}) => api.call('POST', `/v2/images/${id}/import`, { as, headers, body }),
    settled: (id) =>
      until(
        () => tasksOf(id),
        (tasks) => tasks.length > 0 && tasks.every(({ status }) => isOver(status)),
      ),
    ended: (taskId) =>
      until(
        async () => (await (await api.call('GET', `/v2/tasks/${taskId}`, { as: 'admin' })).json()) as TaskView,
        ({ status }) => isOver(status),
      ),
    async stop() {
      await api.stop()
      await web.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What an image says of its import. */
export function progressOf(image: ImageView) {
  const { os_glance_import_task: lock, os_glance_importing_to_stores: importing, os_glance_failed_import: failed } = image
  return { lock, importing, failed }
}

const isOver = (status: string) => status === 'success' || status === 'failure'

async function until<T>(ask: () => Promise<T>, done: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const answer = await ask()
    if (done(answer)) return answer
    await sleep(25)
  }
  throw new Error('It did not come to an end in ten seconds')
}
