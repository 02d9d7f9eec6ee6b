import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A Keystone that answers as each test says: it stands in for faults that a real one cannot be made to show. */
export interface FaultyKeystone {
  url: string
  /** Statuses of log-ins and validations; the last one stays. */
  logIn: number[]
  validate: number[]
  /** What is said of a token; a test may change it. */
  token: Record<string, unknown>
  catalog: unknown
  /** Its failures are this text, which is not Keystone's form; null for Keystone's own. */
  words: string | null
  /** `METHOD path` of every request, oldest first. */
  asked: string[]
  lastHeaders: IncomingHttpHeaders
  count(method: string): number
  /** Takes requests and never answers. */
  hang: boolean
  stop(): Promise<void>
}

/** Starts one that accepts everything, on that port of the loopback or on any. */
export async function startFaultyKeystone(port = 0): Promise<FaultyKeystone> {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    keystone.asked.push(`${request.method} ${request.url}`)
    keystone.lastHeaders = request.headers
    if (keystone.hang) return
    const logIn = request.method === 'POST'
    const statuses = logIn ? keystone.logIn : keystone.validate
    const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) as number
    const headers = {
      'content-type': 'application/json',
      ...(logIn && { 'x-subject-token': `service-${keystone.count('POST')}` }),
    }
    const token = { ...keystone.token, ...(logIn && { catalog: keystone.catalog }) }
    const body = status < 300 ? { token } : { error: { code: status, message: 'as the test says', title: '' } }
    response.writeHead(status, headers).end(status < 300 ? JSON.stringify(body) : (keystone.words ?? JSON.stringify(body)))
  })
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const keystone: FaultyKeystone = {
    url,
    logIn: [201],
    validate: [200],
    token: aliceToken,
    catalog: [{ type: 'identity', endpoints: [{ interface: 'internal', region: 'RegionOne', url }] }],
    words: null,
    asked: [],
    lastHeaders: {},
    count: (method) => keystone.asked.filter((line) => line.startsWith(`${method} `)).length,
    hang: false,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
  return keystone
}

const aliceToken = {
  user: { id: 'u', name: 'alice', domain: { id: 'default', name: 'Default' } },
  project: { id: 'p', name: 'demo', domain: { id: 'default', name: 'Default' } },
  roles: [{ name: 'Member' }, { name: 'reader' }],
  expires_at: '2999-01-01T00:00:00.000000Z',
}
