import { describe, expect, it } from 'vitest'
import { configOptions, type Settings } from '../config-options'
import { createUriFilter } from './uri-filter'

type Filtering = Settings['import_filtering_opts']

const defaults = Object.fromEntries(
  Object.entries(configOptions.import_filtering_opts).map(([name, { fallback }]) => [name, fallback]),
) as unknown as Filtering
const filter = (settings: Partial<Filtering> = {}) => createUriFilter({ ...defaults, ...settings })

describe('as it comes', () => {
  const passing = [
    'http://example.org/image.qcow2',
    'https://example.org/image.qcow2?a=b#c',
    'https://example.org:443/x',
    'http://example.org:80/x',
    'HTTP://Example.ORG/x',
    'http://example.org./x',
    'http://93.184.216.34/x',
    'http://[2606:2800:220:1:248:1893:25c8:1946]/x',
    'http://bücher.example/x',
  ]
  for (const uri of passing) it(`lets ${uri} pass`, () => expect(filter().check(uri)).toBeInstanceOf(URL))

  const refused = {
    'another scheme': [
      'ftp://example.org/x',
      'file:///etc/passwd',
      'gopher://example.org/x',
      'swift+http://a/b',
      'data:text/plain,x',
    ],
    'another port': ['http://example.org:8080/x', 'https://example.org:22/', 'http://example.org:0/'],
    'no host': ['http:///x', 'http://', 'https:example.org', '/etc/passwd', 'nonsense', '', 'http://:80/x'],
    loopback: ['http://127.0.0.1/x', 'http://127.8.9.1/', 'http://[::1]/', 'http://[0:0:0:0:0:0:0:1]/'],
    'what is not specified': ['http://0.0.0.0/x', 'http://[::]/x', 'http://0.1.2.3/'],
    'private networks': [
      'http://10.1.2.3/x',
      'http://172.16.0.1/',
      'http://172.31.255.255/',
      'http://192.168.1.1/',
      'http://100.64.0.1/',
    ],
    'link-local and metadata': ['http://169.254.169.254/latest/meta-data/', 'http://[fe80::1]/', 'http://[fd00:ec2::254]/'],
    'unique-local and site-local': ['http://[fc00::1]/', 'http://[fdff::1]/', 'http://[fec0::1]/'],
    multicast: ['http://224.0.0.1/x', 'http://239.255.255.250/', 'http://[ff02::1]/', 'http://255.255.255.255/'],
    'IPv4 inside IPv6': [
      'http://[::ffff:127.0.0.1]/x',
      'http://[::ffff:a9fe:a9fe]/',
      'http://[::ffff:8.8.8.8]/',
      'http://[::127.0.0.1]/',
      'http://[64:ff9b::7f00:1]/',
      'http://[2002:7f00:1::]/',
      'http://[2001:0:7f00:1::]/',
    ],
    'addresses in disguise': [
      'http://2130706433/',
      'http://1572395042/',
      'http://0x7f000001/',
      'http://0x7f.0.0.1/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://0/',
      'http://127.0.0.1./',
      'http://93.184.216.034/',
      'http://①②⑦.⓪.⓪.①/',
      'http://%31%32%37.0.0.1/',
      'http://exam%70le.org/',
    ],
    'users and confusion': [
      'http://user@example.org/x',
      'http://user:secret@example.org/',
      'http://example.org@127.0.0.1/',
      'http://example.org\\@127.0.0.1/',
      'http://example.org/\r\nHost: x',
      'http://exa mple.org/',
      'http://example.org\t/x',
      'http:\\\\127.0.0.1/',
    ],
  }
  for (const [what, uris] of Object.entries(refused))
    for (const uri of uris)
      it(`refuses ${what}: ${JSON.stringify(uri)}`, () => {
        expect(() => filter().check(uri)).toThrow(
          expect.objectContaining({ kind: 'badRequest', message: expect.stringContaining('does not pass filtering') }),
        )
      })

  it('names the URI in its refusal', () => expect(() => filter().check('http://10.1.2.3/x')).toThrow('http://10.1.2.3/x'))
})

describe('as the operator says', () => {
  const passes = (uri: string, settings: Partial<Filtering>) => {
    try {
      filter(settings).check(uri)
      return true
    } catch {
      return false
    }
  }
  const cases: [string, Partial<Filtering>, boolean][] = [
    ['http://mirror.lan/x', { allowed_hosts: ['mirror.lan'] }, true],
    ['http://MIRROR.lan./x', { allowed_hosts: ['Mirror.LAN'] }, true],
    ['http://example.org/x', { allowed_hosts: ['mirror.lan'] }, false],
    ['http://sub.mirror.lan/x', { allowed_hosts: ['mirror.lan'] }, false],
    ['http://127.0.0.1/x', { allowed_hosts: ['127.0.0.1'] }, true],
    ['http://2130706433/x', { allowed_hosts: ['127.0.0.1'] }, false],
    ['http://[::1]/x', { allowed_hosts: ['::1'] }, true],
    ['http://example.org/x', { disallowed_hosts: ['example.org'] }, false],
    ['http://example.org./x', { disallowed_hosts: ['example.org'] }, false],
    ['http://example.com/x', { disallowed_hosts: ['example.org'] }, true],
    ['http://example.org/x', { allowed_hosts: ['example.org'], disallowed_hosts: ['example.org'] }, true],
    ['http://example.org/x', { allowed_schemes: ['https'] }, false],
    ['http://example.org/x', { allowed_schemes: [], disallowed_schemes: ['http'] }, false],
    ['ftp://example.org/x', { allowed_schemes: ['ftp'] }, false],
    ['http://example.org:8080/x', { allowed_ports: ['8080'] }, true],
    ['http://example.org/x', { allowed_ports: ['8080'] }, true],
    ['http://example.org:80/x', { allowed_ports: ['8080'] }, false],
    ['http://example.org:22/x', { allowed_ports: [], disallowed_ports: ['22'] }, false],
    ['http://example.org:23/x', { allowed_ports: [], disallowed_ports: ['22'] }, true],
  ]
  for (const [uri, settings, expected] of cases)
    it(`${expected ? 'lets pass' : 'refuses'} ${uri} with ${JSON.stringify(settings)}`, () =>
      expect(passes(uri, settings)).toBe(expected))

  it('trusts the addresses of a host only by its name', () => {
    const named = filter({ allowed_hosts: ['mirror.lan'] })
    expect(named.permits('mirror.lan', '10.0.0.1')).toBe(true)
    expect(named.permits('other.lan', '10.0.0.1')).toBe(false)
    expect(named.permits('other.lan', '93.184.216.34')).toBe(true)
    expect(named.permits('other.lan', 'nonsense')).toBe(false)
  })
})

it('names all that stands in the way at once', () =>
  expect(() => filter().check('http://127.0.0.1:9599/x')).toThrow(
    'the port 9599 is not allowed, and 127.0.0.1 is not an address of the public internet',
  ))
