import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, fieldsOf, plain } from './client-answer'
import { comparedCommands } from './compared-commands'

/** One of the services that are compared, and what its commands need. */
export interface AskedService {
  url: string
  token: string
  /** For the files of this service alone; made here. */
  folder: string
  /** Of images and namespaces: the same for both services, and nobody else's. */
  name: string
  /** An address that answers with ten bytes. */
  web: string
}

export const tenBytes = 'ten bytes.'

interface Newest {
  id: string
  task: string
}

/** Every command's answer of one service. Of a failure only the status is compared: the words are each service's own. */
export async function answersOf(service: AskedService): Promise<Answer[]> {
  prepareFolder(service)
  const newest: Newest = { id: 'none', task: 'none' }
  const answers: Answer[] = []
  for (const command of comparedCommands) {
    const [program, ...words] = command
    const answer =
      program === 'settle' ? await settled(service, newest) : await ask(program, filledIn(words, service, newest), service)
    answers.push({ asked: command.join(' '), fields: answer.fields })
    if (/image-create|image create/.test(command.join(' '))) newest.id = answer.printedId ?? newest.id
    if (words[0] === 'task-create') newest.task = answer.printedId ?? newest.task
  }
  return answers
}

function prepareFolder({ url, folder, name }: AskedService) {
  mkdirSync(folder)
  writeFileSync(join(folder, 'data'), tenBytes)
  const tags = [{ name: 'deep' }]
  const properties = { depth: { title: 'Depth', type: 'integer' } }
  const namespace = { namespace: name, visibility: 'public', properties, objects: [{ name: 'box', properties }], tags }
  writeFileSync(join(folder, 'namespace.json'), JSON.stringify(namespace))
  // A cloud whose image endpoint is this one; JSON is YAML.
  const { OS_AUTH_URL: auth_url, OS_USERNAME: username, OS_PASSWORD: password, OS_PROJECT_NAME: project_name } = process.env
  const auth = { auth_url, username, password, project_name, user_domain_name: 'Default', project_domain_name: 'Default' }
  const cloud = { auth, identity_api_version: '3', image_endpoint_override: `${url}/v2/`, image_api_version: '2' }
  writeFileSync(join(folder, 'clouds.yaml'), JSON.stringify({ clouds: { compared: cloud } }))
}

function filledIn(words: readonly string[], { folder, name, web }: AskedService, { id, task }: Newest): string[] {
  const image_properties = { name, disk_format: 'raw', container_format: 'bare' }
  const taskInput = JSON.stringify({ import_from: web, import_from_format: 'raw', image_properties })
  const values: Record<string, string> = { folder, name, web, id, task, taskInput }
  return words.map((word) => word.replace(/\{(\w+)\}/g, (given, key: string) => values[key] ?? given))
}

async function ask(program: 'glance' | 'openstack', words: string[], { url, folder }: AskedService) {
  const place = program === 'glance' ? ['--os-image-url', url] : []
  // An open standard input would be an image's data.
  const line = ['-c', 'exec "$@" <&-', 'bash', `/usr/bin/${program}`, ...place, ...words]
  const { status, stdout, stderr } = await run(line, environment(program, folder))
  const printedId = /^\| id +\| ([^ ]+) /m.exec(stdout)?.[1] ?? /^ *"id": "([^"]+)"/m.exec(stdout)?.[1]
  // Explanations are each service's own words; only what is explained is compared.
  const answered = words[0] === 'explain' ? { names: Object.keys(fieldsOf(stdout)).toSorted().join(' ') } : fieldsOf(stdout)
  if (status === 0) return { fields: { status: '0', ...answered }, printedId }
  const failure = /\b(HTTP |HttpException: )?([45]\d\d)\b/.exec(stderr)?.[2] ?? plain(lastLine(stderr))
  return { fields: { status: String(status), failure, ...fieldsOf(stdout) }, printedId }
}

/** What a client says that got no status, or keeps it to itself. */
const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

function environment(program: string, folder: string): NodeJS.ProcessEnv {
  const plain = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', PYTHONWARNINGS: 'ignore', HOME: folder } as unknown as NodeJS.ProcessEnv
  if (program === 'glance') return { ...process.env, ...plain }
  return { ...plain, OS_CLOUD: 'compared', OS_CLIENT_CONFIG_FILE: join(folder, 'clouds.yaml') }
}

function run(line: string[], env: NodeJS.ProcessEnv): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile('/bin/bash', line, { env, maxBuffer: 1 << 26, timeout: 120_000 }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) || 1 : 0, stdout, stderr })
    })
  })
}

/** Waits until no import is at work on the newest image and no task of ours is under way. */
async function settled(
  { url, token }: AskedService,
  { id, task }: Newest,
): Promise<{ fields: Record<string, string>; printedId?: string }> {
  const read = async (path: string) => (await fetch(`${url}/v2/${path}`, { headers: { 'X-Auth-Token': token } })).json()
  for (let tries = 0; tries < 120; tries += 1) {
    const image = await read(`images/${id}`).catch(() => ({}))
    const made = await read(`tasks/${task}`).catch(() => ({}))
    const working =
      image.os_glance_import_task || image.os_glance_importing_to_stores || ['pending', 'processing'].includes(made.status)
    if (!working) return { fields: {} }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return { fields: { settled: 'no' } }
}
