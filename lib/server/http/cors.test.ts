import { describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { startTestServer } from '@/testing/test-server'
import { configOptions } from '../config-options'
import { createCors } from './cors'

const defaults = Object.fromEntries(Object.entries(configOptions.cors).map(([name, { fallback }]) => [name, fallback]))
const corsOf = (changes: object) => createCors({ ...defaults, ...changes } as Parameters<typeof createCors>[0])
const home = 'https://home.example'
const cors = corsOf({ allowed_origin: [home] })

function preflight(method = 'PUT', { from = home, headers = '' } = {}, under = cors) {
  const all = new Headers({ origin: from, 'access-control-request-method': method })
  if (headers !== '') all.set('access-control-request-headers', headers)
  return under.preflight(new Request('http://x/v2/images', { method: 'OPTIONS', headers: all }))
}
const allowed = (response: Response | null) => response?.headers.get('access-control-allow-origin')

function exposed(from: string, under = cors) {
  const response = new Response()
  under.expose(new Request('http://x/v2/images', { headers: { origin: from } }), response)
  return response.headers
}

describe('a preflight', () => {
  it('of an allowed origin is told what it may do', () => {
    const { status, headers } = preflight('PUT', { headers: 'X-Auth-Token, Content-Type' }) ?? new Response(null, { status: 500 })
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toEqual({
      'access-control-allow-origin': home,
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '3600',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'x-auth-token,content-type',
      vary: 'Origin',
    })
  })
  it.each([
    ['another origin', preflight('PUT', { from: 'https://elsewhere.example' })],
    ['another method', preflight('TRACE')],
    ['another header', preflight('PUT', { headers: 'X-Auth-Token, X-Other' })],
  ])('of %s is told nothing', (_, response) => {
    expect(response?.status).toBe(200)
    expect(allowed(response)).toBeNull()
  })
  it('is left alone where no origin is allowed', () => expect(preflight('PUT', {}, corsOf({}))).toBeNull())
  it('of anybody never comes with credentials', () => {
    const { headers } = preflight('GET', { from: 'https://elsewhere.example' }, corsOf({ allowed_origin: ['*'] })) as Response
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  })
})

describe('an answer', () => {
  it('exposes its headers to an allowed origin', () => {
    expect(exposed(home).get('access-control-allow-origin')).toBe(home)
    expect(exposed(home).get('access-control-expose-headers')).toContain('X-OpenStack-Request-ID')
  })
  it('stays as it is for another', () => expect([...exposed('https://elsewhere.example')]).toEqual([]))
})

it('the server answers preflights without a token, and exposes what follows', async () => {
  const config = writeConfig(`[cors]\nallowed_origin = ${home}\n`)
  const server = await startTestServer({}, ['--config-file', config])
  try {
    const headers = { origin: home, 'access-control-request-method': 'GET' }
    const asked = await fetch(`${server.url}/v2/images`, { method: 'OPTIONS', headers })
    expect([asked.status, allowed(asked)]).toEqual([200, home])
    const refused = await fetch(`${server.url}/v2/images`, { headers: { origin: home } })
    expect([refused.status, allowed(refused)]).toEqual([401, home])
    const other = await fetch(`${server.url}/identity/v3`, { headers: { origin: home } })
    expect(allowed(other)).toBeNull()
  } finally {
    await server.stop()
    removeConfig(config)
  }
})
