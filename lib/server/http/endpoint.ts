import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { Problem } from '@/lib/contract/problem'
import { authenticate } from '../auth/authenticate'
import type { Context } from '../context'
import { services } from '../services'
import { auditRequest } from './audit-entry'
import { hasBody, readJson } from './body'
import { asProblem, problemResponse } from './problem-response'
import { publicIdentity } from './public-url'
import type { Settled } from './settled'

/**
 * A route: web standards in, web standards out. The second argument has the path's parameters, still encoded, the third the
 * path as the table of operations writes it.
 */
export type Route = (request: Request, raw: RawParams, path?: string) => Promise<Response>
export type RawParams = Record<string, string>

interface Schemas<P, Q, B> {
  /** The path's parameters. What does not fit does not exist: 404. */
  params?: z.ZodType<P>
  /** The query as an object; a repeated parameter is an array. Misfits are a 400. */
  query?: z.ZodType<Q>
  /** The JSON body. Misfits are a 400. */
  body?: z.ZodType<B>
  /** The route reads the body itself (`bodyStream`). Without `body` or `bytes` a body is a 400. */
  bytes?: true
}

interface Input<C, P, Q, B> {
  ctx: C
  request: Request
  params: P
  query: Q
  body: B
}

type Handler<C, P, Q, B> = (input: Input<C, P, Q, B>) => Promise<Response> | Response

/** Whose request failed, as far as that was known. */
export interface Refused<C> {
  requestId: string
  ctx: C | undefined
}

/** What differs between the APIs that one server speaks: who the caller is, and how a failure is written. */
interface Gate<C> {
  authenticate(request: Request, requestId: string): Promise<C>
  failure(problem: Problem, request: Request, refused: Refused<C>): Response
  /** Adds what every answer carries. Left out: the request id, but not on a 401, which in Glance a layer of its own makes. */
  finish?(response: Response, requestId: string): void
  /** Learns what became of each request, before the answer is sent. */
  settled?(settled: Settled<C>): void
}

/** Makes the one gate of an API: request id, authentication, schemas, the handler, and the one exit for problems. */
export function createGate<C>(gate: Gate<C>) {
  return <P = RawParams, Q = Record<string, never>, B = undefined>(
    schemas: Schemas<P, Q, B>,
    handler: Handler<C, P, Q, B>,
  ): Route =>
    async (request, raw, path = '') => {
      const requestId = `req-${randomUUID()}`
      const { response, ctx, problem } = await run(gate, schemas, handler, request, raw, requestId)
      gate.settled?.({ request, raw, path, requestId, response, ctx, problem })
      if (gate.finish) gate.finish(response, requestId)
      else if (response.status !== 401) response.headers.set('x-openstack-request-id', requestId)
      return response
    }
}

async function run<C, P, Q, B>(
  gate: Gate<C>,
  schemas: Schemas<P, Q, B>,
  handler: Handler<C, P, Q, B>,
  request: Request,
  raw: RawParams,
  requestId: string,
): Promise<Pick<Settled<C>, 'response' | 'ctx' | 'problem'>> {
  let ctx: C | undefined
  try {
    ctx = await gate.authenticate(request, requestId)
    const params = readParams(schemas.params, raw)
    const query = readQuery(schemas.query, request)
    const body = await readBody(schemas, request)
    return { response: await handler({ ctx, request, params, query, body }), ctx, problem: undefined }
  } catch (error) {
    const problem = asProblem(error)
    // Whoever could not ask Keystone has said so, once and not at each request.
    if (problem.status >= 500 && !problem.reason)
      services.log.error({ requestId, err: problem.cause ?? problem }, problem.message)
    return { response: gate.failure(problem, request, { requestId, ctx }), ctx, problem }
  }
}

function readParams<P>(schema: z.ZodType<P> | undefined, raw: RawParams): P {
  const decoded = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, decode(value)]))
  if (!schema) return decoded as P
  const parsed = schema.safeParse(decoded)
  if (!parsed.success) throw new Problem('notFound', 'The resource could not be found.')
  return parsed.data
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new Problem('badRequest', 'The path or the query is not valid UTF-8', { cause })
  }
}

function readQuery<Q>(schema: z.ZodType<Q> | undefined, request: Request): Q {
  if (!schema) return {} as Q
  const { search: text, searchParams: search } = new URL(request.url)
  decode(text)
  const query: Record<string, string | string[]> = {}
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    query[name] = values.length === 1 ? (values[0] as string) : values
  }
  return parse(schema, query)
}

async function readBody<P, Q, B>(schemas: Schemas<P, Q, B>, request: Request): Promise<B> {
  if (schemas.body) return parse(schemas.body, await readJson(request, services.config.oslo_middleware.max_request_body_size))
  if (!schemas.bytes && hasBody(request)) throw new Problem('badRequest', 'No request body is expected here')
  return undefined as B
}

/** Checks a value; a misfit is a `badRequest` that names each place and rule. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const misfits = parsed.error.issues.map(({ path, message }) => (path.length ? `${path.join('/')}: ${message}` : message))
  throw new Problem('badRequest', misfits.join('; '))
}

/** The gate of the Image API and of Vitrine's own routes: a Keystone token or the dashboard's session. */
export const endpoint = createGate<Context>({ authenticate, failure: imageFailure, settled: auditRequest })

/** How the Image API says what failed; a 401 names Keystone, and its request by a header that Glance's clients do not know. */
export function imageFailure(problem: Problem, request: Request, { requestId, ctx }: Refused<Context>): Response {
  const { method, url, headers } = request
  services.refusals.record(problem, { requestId, ctx, method, url, userAgent: headers.get('user-agent') })
  const response = problemResponse(problem, request)
  if (response.status !== 401) return response
  response.headers.set('www-authenticate', `Keystone uri="${publicIdentity(request)}"`)
  response.headers.set('x-vitrine-request-id', requestId)
  return response
}

/** The gate of what anybody may ask: versions, health. */
export const openEndpoint = createGate<null>({
  authenticate: async () => null,
  failure: (problem, request) => problemResponse(problem, request),
})
