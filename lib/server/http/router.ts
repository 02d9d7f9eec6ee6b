import type { RawParams, Route } from './endpoint'

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
export type Method = (typeof methods)[number]

/** What a `route.ts` exports. */
export type RouteModule = Partial<Record<Method, Route>>

/** Route modules by their folder under `app`, such as `/v2/images/[imageId]`. */
export type RouteTable = Record<string, RouteModule>

interface Node {
  fixed: Map<string, Node>
  named?: { name: string; node: Node }
  route?: Pick<Match, 'path' | 'module'>
}

export interface Match {
  /** As the table writes it. */
  path: string
  module: RouteModule
  params: RawParams
}

/** Compiles the table into a tree; fixed segments win over named ones. */
export function createRouter(table: RouteTable): (path: string) => Match | undefined {
  const root: Node = { fixed: new Map() }
  for (const [path, module] of Object.entries(table)) place(root, segments(path)).route = { path, module }
  return (path) => find(root, segments(path))
}

/** `/` has no segments; a slash at the end makes an empty one, which matches nothing. */
function segments(path: string): string[] {
  return path === '/' ? [] : path.slice(1).split('/')
}

function place(root: Node, path: string[]): Node {
  let node = root
  for (const segment of path) {
    const name = /^\[(.+)\]$/.exec(segment)?.[1]
    if (name) {
      node.named ??= { name, node: { fixed: new Map() } }
      node = node.named.node
    } else {
      const next = node.fixed.get(segment) ?? { fixed: new Map() }
      node.fixed.set(segment, next)
      node = next
    }
  }
  return node
}

function find(root: Node, path: string[]): Match | undefined {
  const params: RawParams = {}
  let node: Node | undefined = root
  for (const segment of path) {
    const fixed: Node | undefined = node.fixed.get(segment)
    if (!fixed && node.named && segment !== '') params[node.named.name] = segment
    node = fixed ?? (segment === '' ? undefined : node.named?.node)
    if (!node) return undefined
  }
  return node.route ? { ...node.route, params } : undefined
}
