import { Problem, type ProblemKind, problemKinds } from '@/lib/contract/problem'
import type { Config } from './config'
import type { Context } from './context'
import { type Image, stageHostProperty } from './images/image'

/** A request of the Image API, to be repeated at another node. */
export interface PeerRequest {
  method: 'POST' | 'DELETE'
  /** From the root, such as `/v2/images/…`. */
  path: string
  headers?: Readonly<Record<string, string>>
  /** Goes as JSON. */
  body?: unknown
}

/** The other nodes of this service, each with a staging area of its own. */
export interface PeerNodes {
  /** The address of this node, which images remember while data are staged here; null where peers cannot reach it. */
  readonly self: string | null
  /** The address of the other node that holds an image's staged data; null where nothing is staged elsewhere. */
  holderOf(image: Image): string | null
  /**
   * Has another node do what the caller wants. What it refuses is thrown as it said it; `gatewayTimeout` for a node that
   * does not answer, `badGateway` for one that cannot do it.
   */
  forward(ctx: Context, node: string, request: PeerRequest): Promise<void>
}

const timeoutMs = 60_000
/** How a request says that it has been forwarded once already. */
export const forwardedBy = '1.1 vitrine-peer'
const holding: readonly Image['status'][] = ['uploading', 'importing']

/** The peers of the node whose address is `worker_self_reference_url`. */
export function createPeerNodes(settings: Pick<Config['DEFAULT'], 'worker_self_reference_url' | 'public_endpoint'>): PeerNodes {
  const known = settings.worker_self_reference_url || settings.public_endpoint
  return {
    self: settings.worker_self_reference_url || null,
    holderOf({ status, properties }) {
      const node = Object.hasOwn(properties, stageHostProperty) ? properties[stageHostProperty] : undefined
      return node && node !== known && holding.includes(status) ? node : null
    },
    async forward(ctx, node, { method, path, headers, body }) {
      if (ctx.forwarded)
        throw new Problem(
          'badGateway',
          `The node ${node} does not know itself by this address: its worker_self_reference_url is another.`,
        )
      const all = {
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        accept: 'application/json',
        via: forwardedBy,
        'x-auth-token': ctx.token,
        'x-openstack-request-id': ctx.requestId,
      }
      const answer = await fetch(node.replace(/\/+$/, '') + path, {
        ...{ method, headers: all, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }).catch((error) => {
        throw unreachable(node, error)
      })
      if (!answer.ok) throw await refusal(node, answer)
      await answer.body?.cancel()
    },
  }
}

/** What `fetch` fails with where nobody is there, or says nothing. */
const silence = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'],
]

function unreachable(node: string, error: unknown): Problem {
  const { name, cause } = error as Error & { cause?: { code?: string } }
  const silent = name === 'TimeoutError' || silence.includes(cause?.code ?? '')
  if (silent)
    return new Problem('gatewayTimeout', `The node ${node}, where the data are staged, does not answer.`, { cause: error })
  return new Problem('badGateway', `The node ${node}, where the data are staged, cannot be spoken to.`, { cause: error })
}

async function refusal(node: string, answer: Response): Promise<Problem> {
  const text = await answer.text().catch(() => '')
  const kinds = Object.keys(problemKinds) as ProblemKind[]
  const kind = kinds.find((known) => problemKinds[known] === answer.status)
  if (!kind || answer.status >= 500)
    return new Problem('badGateway', `The node ${node}, where the data are staged, answers ${answer.status}.`, {
      cause: new Error(text.slice(0, 1000)),
    })
  return new Problem(kind, messageOf(text) ?? `The node ${node} answers ${answer.status}.`)
}

function messageOf(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text) as { message?: unknown }
    return typeof message === 'string' ? message : undefined
  } catch {
    return undefined
  }
}
