import { randomUUID } from 'node:crypto'
import { documentKey, documentOf } from '../../lib/contract/operation-document'
import { allowOf, type Operation, operations } from '../../lib/contract/operations'
import { brokenCases } from './broken-cases'
import { cacheCases } from './cache-cases'
import type { Attempt, World } from './cloud'
import { dataCases } from './data-cases'
import { imageCases } from './image-cases'
import { importCases } from './import-cases'
import { limitedCases } from './limited-cases'
import { metadefCases } from './metadef-cases'
import type { Failure, MoreFailures, OperationCases, Parameters } from './operation-cases'
import type { ServerKind } from './server-kinds'
import { serviceCases } from './service-cases'
import { singleCases } from './single-cases'
import { storeCases } from './store-cases'

/** One thing that must hold of a server. */
export interface Check {
  operation: string
  title: string
  /** Throws where it does not hold. */
  run(world: World): Promise<void>
}

const table = { ...imageCases, ...dataCases, ...importCases, ...serviceCases, ...storeCases, ...cacheCases, ...metadefCases }

const moreTables: Record<Exclude<ServerKind, 'whole'>, MoreFailures> = {
  single: singleCases,
  broken: brokenCases,
  limited: limitedCases,
}

/** Everything that is checked on a server of that kind, row by row of the table of operations. */
export function conformanceChecks(kind: ServerKind): Check[] {
  return operations.flatMap((operation) => {
    const checks = kind === 'whole' ? wholeChecks(operation) : failureChecks(operation, moreTables[kind][documentKey(operation)])
    return [...checks].map(([title, run]) => ({ operation: `${operation.method} ${operation.path}`, title, run }))
  })
}

type Titled = [title: string, run: Check['run']]

function wholeChecks(operation: Operation): Iterable<Titled> {
  const cases = table[documentKey(operation)]
  if (!cases) throw new Error(`${operation.method} ${operation.path} has no conformance cases`)
  return checksOfRow(operation, cases)
}

function* failureChecks(operation: Operation, failures: readonly Failure[] = [], usual?: Arrange): Generator<Titled> {
  for (const { status, why, arrange = usual ?? nothingNeeded, ...tried } of failures)
    yield [`${status} when ${why}`, attemptOf(operation, { ...tried, status, arrange })]
}

function* checksOfRow(
  operation: Operation,
  { arrange = nothingNeeded, success, denied, errors = [] }: OperationCases,
): Generator<Titled> {
  const { path, ok } = operation
  const attempt = (status: number, tried: Attempt, arranged = arrange) =>
    attemptOf(operation, { ...tried, status, arrange: arranged })
  if (documentOf(operation).open) yield [`${ok} without a token`, attempt(ok, { ...success, as: null })]
  else yield ['401 without a token', (world) => refuseStranger(world, operation)]
  if (denied) {
    const { status = 403, arrange: made = arrange, ...tried } = denied
    yield [`${status} as ${denied.as}`, attempt(status, tried, made)]
  }
  if (path.includes('['))
    yield ['404 for what there is not', attempt(404, { ...success, ...(denied && { as: 'admin' }) }, nowhere(path))]
  const allow = allowOf(path)
  yield [allow === null ? '404 by another method' : `405 with Allow: ${allow}`, (world) => refuseMethod(world, path)]
  yield [`${ok} when all is well`, attempt(ok, success)]
  if (success.body === undefined) yield ['400 when a body is not expected', attempt(400, { ...success, body: {} })]
  yield* failureChecks(operation, errors, arrange)
}

type Arrange = (world: World) => Promise<Parameters>

const nothingNeeded: Arrange = async () => ({})

/** Arranges, asks, and throws unless the status is the one that was to come. */
function attemptOf({ method, path }: Operation, { status, arrange, meanwhile, ...tried }: Tried): Check['run'] {
  return async (world) => {
    const made = await arrange(world)
    const given = typeof tried.body === 'function' ? tried.body(world) : tried.body
    const body = meanwhile ? halfway(String(given), () => meanwhile(world, made)) : given
    await expectStatus(await world.send(method, fill(path, made), { ...tried, body }), status)
  }
}

type Tried = Attempt & Pick<Failure, 'meanwhile'> & { status: number; arrange: Arrange }

/** A body of which half is sent before something happens. */
function halfway(body: string, meanwhile: () => Promise<void>): ReadableStream<Uint8Array> {
  const [half, rest] = [body.slice(0, body.length / 2), body.slice(body.length / 2)].map((text) => new TextEncoder().encode(text))
  return new ReadableStream({
    start: (controller) => controller.enqueue(half),
    async pull(controller) {
      await meanwhile()
      controller.enqueue(rest)
      controller.close()
    },
  })
}

/** The path with the parameters' values. */
function fill(path: string, parameters: Parameters): string {
  return path.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const value = parameters[name] ?? Object.values(parameters)[0]
    if (value === undefined) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(value)
  })
}

/** Parameters that name nothing. */
function nowhere(path: string) {
  const names = [...path.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name as string)
  return async (): Promise<Parameters> => Object.fromEntries(names.map((name) => [name, randomUUID()]))
}

async function refuseStranger(world: World, { method, path }: Operation) {
  const answer = await world.send(method, fill(path, await nowhere(path)()), { as: null })
  await expectStatus(answer, 401)
  const challenge = answer.headers.get('www-authenticate') ?? ''
  if (!/^Keystone uri="/.test(challenge)) throw new Error(`WWW-Authenticate is "${challenge}"`)
}

const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

async function refuseMethod(world: World, path: string) {
  const expected = allowOf(path)
  const served = operations.filter((operation) => operation.path === path).map(({ method }) => method as string)
  for (const method of [...order.filter((name) => !served.includes(name)), 'HEAD']) {
    const answer = await world.send(method, fill(path, await nowhere(path)()))
    await expectStatus(answer, expected === null ? 404 : 405)
    const allow = answer.headers.get('allow')
    if (allow !== expected) throw new Error(`${method}: Allow is "${allow}"`)
  }
}

async function expectStatus(answer: Response, status: number) {
  const text = await answer.text()
  if (answer.status !== status) throw new Error(`expected ${status}, found ${answer.status}: ${text.slice(0, 300)}`)
}
