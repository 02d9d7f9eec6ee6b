import { describe, expect, it } from 'vitest'
import { assertAccessRules, matchesPath } from './access-rules'

describe('the path of an access rule', () => {
  it.each([
    ['/v2/images', '/v2/images', true],
    ['/v2/images', '/v2/images/', false],
    ['/v2/images', '/v2/imagesx', false],
    ['/v2/images/*', '/v2/images/42', true],
    ['/v2/images/*', '/v2/images/', false],
    ['/v2/images/*', '/v2/images/42/file', false],
    ['/v2/images/{image_id}/file', '/v2/images/42/file', true],
    ['/v2/images/{image_id}/file', '/v2/images/4/2/file', false],
    ['/v2/*/42*', '/v2/images/423', true],
    ['/v2/**', '/v2/images/42/file', true],
    ['/v2/**', '/v2/', true],
    ['/v2/**', '/v2', false],
    ['**', '/anything/at/all', true],
    ['/**/file', '/v2/images/42/file', true],
    ['/**/file', '/v2/images/42/files', false],
    ['/v2.im', '/v2/im', false],
    ['', '/', false],
  ])('%s covers %s: %s', (rule, path, covered) => expect(matchesPath(rule, path)).toBe(covered))

  it('is matched quickly, whatever a user writes', () => {
    const begun = Date.now()
    expect(matchesPath(`${'**a'.repeat(40)}b`, 'a'.repeat(5000))).toBe(false)
    expect(Date.now() - begun).toBeLessThan(2000)
  })
})

describe('a request by an application credential', () => {
  const rules = [
    { service: 'image', method: 'GET', path: '/v2/images/*' },
    { service: 'compute', method: 'DELETE', path: '/v2/**' },
  ]
  const ask = (method: string, path: string, given: typeof rules | undefined = rules) =>
    assertAccessRules(given, { serviceType: 'image', method, path })
  const refused = expect.objectContaining({ kind: 'unauthenticated', reason: 'accessRules' })

  it('passes where a rule of this service allows it, or there are no rules', () => {
    ask('GET', '/v2/images/42')
    assertAccessRules(undefined, { serviceType: 'image', method: 'DELETE', path: '/v2/images/42' })
  })
  it.each([
    ['HEAD', '/v2/images/42'],
    ['GET', '/v2/images'],
    ['DELETE', '/v2/images/42'],
    ['GET', '/v2/images/a%2Fb/file'],
  ])('401 for %s %s', (method, path) => expect(() => ask(method, path)).toThrow(refused))
  it('reads the path as it is meant, but an encoded slash divides nothing', () => {
    ask('GET', '/v2/images/%C3%A9')
    const file = [{ service: 'image', method: 'GET', path: '/v2/images/a/file' }]
    expect(() => ask('GET', '/v2/images/a%2Ffile', file)).toThrow(refused)
    expect(() => ask('GET', '/v2/images/%', file)).toThrow(refused)
  })
  it('401 for everything where the list of rules is empty', () => expect(() => ask('GET', '/v2/images/42', [])).toThrow(refused))
})
