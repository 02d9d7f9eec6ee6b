import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeystoneClient, versioned } from './keystone-client'
import { createTokenVerifier } from './token-verifier'

/** A Keystone that answers as each test says: it stands in for faults that a real one cannot be made to show. */
interface Faulty {
  logIn: number
  validate: number[]
  asked: string[]
}

let keystone: Server
let answers: Faulty

const body = {
  token: {
    user: { id: 'u', name: 'alice', domain: { id: 'default', name: 'Default' } },
    project: { id: 'p', name: 'demo', domain: { id: 'default', name: 'Default' } },
    roles: [{ name: 'Member' }, { name: 'reader' }],
    expires_at: '2999-01-01T00:00:00.000000Z',
  },
}

beforeEach(async () => {
  answers = { logIn: 201, validate: [200], asked: [] }
  keystone = createServer((request, response) => {
    answers.asked.push(`${request.method} ${request.url}`)
    if (request.method === 'POST') return void response.writeHead(answers.logIn, { 'x-subject-token': 'service' }).end('{}')
    const status = answers.validate.length > 1 ? answers.validate.shift() : answers.validate[0]
    response.writeHead(status as number, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => keystone.listen(0, '127.0.0.1', resolve))
})
afterEach(() => void keystone.close())

function verifier(cacheSeconds = 300) {
  const { port } = keystone.address() as AddressInfo
  const client = createKeystoneClient(() => ({
    authUrl: `http://127.0.0.1:${port}/`,
    username: 'glance',
    password: 'secret',
    projectName: 'service',
    userDomain: { name: 'Default' },
    projectDomain: { id: 'default' },
  }))
  return createTokenVerifier(client, cacheSeconds)
}

describe('a token that Keystone accepts', () => {
  it('becomes an identity with lower-case roles', async () => {
    expect(await verifier().identify('t')).toMatchObject({
      userName: 'alice',
      scope: 'project',
      projectId: 'p',
      roles: ['member', 'reader'],
      expiresAt: new Date('2999-01-01T00:00:00Z'),
    })
  })

  it('is asked about once within the cache time', async () => {
    const tokens = verifier()
    await tokens.identify('t')
    await tokens.identify('t')
    expect(answers.asked).toEqual(['POST /v3/auth/tokens?nocatalog', 'GET /v3/auth/tokens?nocatalog'])
  })

  it('is asked about once by simultaneous requests, and again without a cache', async () => {
    const tokens = verifier(-1)
    await Promise.all([1, 2, 3].map(() => tokens.identify('t')))
    expect(answers.asked).toHaveLength(2)
    await tokens.identify('t')
    expect(answers.asked).toHaveLength(3)
  })

  it('is asked about again once it was forgotten', async () => {
    const tokens = verifier()
    await tokens.identify('t')
    tokens.forget('t')
    await tokens.identify('t')
    expect(answers.asked).toHaveLength(3)
  })
})

describe('a token that cannot be accepted', () => {
  it.each([[[404]], [[401, 404]]])('is nobody’s when Keystone answers %j', async (validate) => {
    answers.validate = validate
    expect(await verifier().identify('t')).toBeNull()
  })

  it('is nobody’s when it could not stand in a header, without asking', async () => {
    expect(await verifier().identify('två\n')).toBeNull()
    expect(answers.asked).toEqual([])
  })

  it('is nobody’s once it has expired', async () => {
    const expired = { ...body.token, expires_at: '2001-01-01T00:00:00.000000Z' }
    const original = body.token
    body.token = expired
    expect(await verifier().identify('t')).toBeNull()
    body.token = original
  })

  it.each([
    [{ logIn: 401 }, /401 to the log-in of the service user glance/],
    [{ validate: [403] }, /403 to the validation/],
    [{ validate: [401] }, /401 to the validation/],
    [{ validate: [500] }, /500 to the validation/],
  ])('is undecided, not refused, when Keystone answers %j', async (given, cause) => {
    Object.assign(answers, given)
    const failure = await verifier()
      .identify('t')
      .catch((error) => error)
    expect(failure).toMatchObject({ kind: 'identityUnavailable', headers: { 'retry-after': '5' } })
    expect(String(failure.cause)).toMatch(cause)
  })

  it('is undecided when nobody answers', async () => {
    const tokens = verifier()
    await new Promise((resolve) => keystone.close(resolve))
    await expect(tokens.identify('t')).rejects.toMatchObject({ kind: 'identityUnavailable', status: 503 })
  })
})

it.each([
  ['http://k:5000', 'http://k:5000/v3'],
  ['http://k:5000/', 'http://k:5000/v3'],
  ['http://k/identity/v3/', 'http://k/identity/v3'],
  ['http://k:35357/v2.0', 'http://k:35357/v3'],
])('the identity API of %s is %s', (given, expected) => {
  expect(versioned(given)).toBe(expected)
})
