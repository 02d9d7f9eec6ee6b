import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config'
import { createWebConnector } from '../imports/web-connector'
import { openStores } from './open-stores'

const root = mkdtempSync(join(tmpdir(), 'vitrine-stores-'))
afterAll(() => rmSync(root, { recursive: true }))

function open(text = '') {
  const file = join(root, 'glance-api.conf')
  writeFileSync(file, text)
  const config = loadConfig(['--config-file', file], { VITRINE_DATA: root })
  return Object.assign(openStores(config, createWebConnector(config.import_filtering_opts)), { warnings: config.warnings })
}

const several = (text = '', preferred = 'default_backend = fast') => `
[DEFAULT]
enabled_backends = fast:file, slow:file, web:http
[glance_store]
${preferred}
${text}
`

describe('one store', () => {
  it('is the file store of [glance_store], with http to read from', () => {
    const stores = open(`[glance_store]\nfilesystem_store_datadir = ${root}/images`)
    expect(stores.multi).toBe(false)
    expect(stores.all().map(({ id, readOnly }) => [id, readOnly])).toEqual([
      ['file', false],
      ['http', true],
    ])
    expect(stores.default.properties.data_dir).toBe(`${root}/images`)
  })
  it('does without http where the operator names file only', () => {
    expect(
      open('[glance_store]\nstores = file')
        .all()
        .map(({ id }) => id),
    ).toEqual(['file'])
  })
  it('reads old names of stores', () => {
    const classes = 'stores = glance.store.filesystem.Store, glance.store.http.Store'
    expect(open(`[glance_store]\n${classes}`).all()).toHaveLength(2)
  })
})

describe('a file store of several folders', () => {
  const folders = `filesystem_store_datadirs = ${root}/a:10\nfilesystem_store_datadirs = ${root}/b:20, ${root}/c`
  it('takes the folder of the highest priority, and knows those of all', async () => {
    const stores = open(`[glance_store]\n${folders}`)
    const { store, properties } = stores.default
    expect(await (await store.begin('x')).commit()).toBe(`file://${root}/b/x`)
    expect(['a', 'b', 'c', 'd'].map((name) => store.owns(`file://${root}/${name}/x`))).toEqual([true, true, true, false])
    expect([properties.data_dir, stores.warnings]).toEqual([`${root}/a,${root}/b,${root}/c`, []])
  })
  it('is one of several stores too', () => {
    expect(
      open(several(`[slow]\n${folders}`))
        .find('slow')
        ?.store.owns(`file://${root}/c/x`),
    ).toBe(true)
  })
})

describe('filesystem_store_metadata_file', () => {
  it('says what is noted beside new locations', () => {
    const file = join(root, 'metadata.json')
    writeFileSync(file, JSON.stringify({ id: 'disk-1', mountpoint: `${root}/stores` }))
    const stores = open(several(`[fast]\nfilesystem_store_metadata_file = ${file}`))
    const noted = { id: 'disk-1', mountpoint: `${root}/stores`, store: 'fast' }
    expect(stores.metadataOf(`file://${root}/stores/fast/x`)).toEqual(noted)
    expect(stores.metadataOf(`file://${root}/stores/slow/x`)).toEqual({ store: 'slow' })
    const alone = `filesystem_store_datadir = ${root}/stores/alone\nfilesystem_store_metadata_file = ${file}`
    expect(open(`[glance_store]\n${alone}`).metadataOf(`file://${root}/stores/alone/x`)).toMatchObject({ id: 'disk-1' })
  })
})

describe('several stores', () => {
  it('have a section each', () => {
    const stores = open(
      several(`[slow]\nstore_description = Cheap disks\nweight = -5\nfilesystem_store_datadir = ${root}/cheap\n[web]\nweight=1`),
    )
    expect(stores.multi).toBe(true)
    expect(stores.warnings).toEqual([])
    expect(stores.all()).toMatchObject([
      { id: 'fast', type: 'file', isDefault: true, description: undefined, weight: 0, properties: { chunk_size: 65536 } },
      { id: 'slow', description: 'Cheap disks', weight: -5, properties: { data_dir: `${root}/cheap` } },
      { id: 'web', type: 'http', readOnly: true, weight: 1, properties: {} },
    ])
    expect(stores.find('fast')?.store.owns(`file://${root}/stores/fast/x`)).toBe(true)
  })
  it('warn of an option that their kind has not', () => {
    expect(open(several('[web]\nfilesystem_store_datadir = /x')).warnings[0]).toMatch(/:7: \[web\] filesystem_store_datadir/)
  })
  it.each([
    [
      'an unknown kind',
      several().replace('web:http', 'web:gopher'),
      /:3: \[DEFAULT\] option enabled_backends: "gopher".*file, http/,
    ],
    ['an item without a kind', several().replace('web:http', 'web'), /:3: \[DEFAULT\] option enabled_backends.*"web"/],
    ['a reserved id', several().replace('web:', 'os_glance_web:'), /enabled_backends: "os_glance_web".*reserved/],
    ['an id twice', several().replace('web:http', 'slow:http'), /enabled_backends.*slow is named twice/],
    ['the name of another section', several().replace('web:', 'database:'), /enabled_backends.*database/],
    ['no default', several('', ''), /:3: .*default_backend must name one of these stores: fast, slow, web/],
    ['an unknown default', several('', 'default_backend = none'), /:5: \[glance_store\] option default_backend.*"none"/],
    ['a default that cannot be written', several('', 'default_backend = web'), /:5: .*web cannot be written/],
    ['a wrong value', several('[slow]\nweight = heavy'), /:7: \[slow\] option weight: expected a whole number, found "heavy"/],
    [
      'a folder twice',
      several('[slow]\nfilesystem_store_datadir = /dev/null/x\n[fast]\nfilesystem_store_datadir = /dev/null/x'),
      /\[slow\].*\[fast\] too/,
    ],
    [
      'a folder of two stores among several',
      several('[slow]\nfilesystem_store_datadirs = /dev/null/x, /dev/null/y\n[fast]\nfilesystem_store_datadir = /dev/null/y'),
      /\[slow\].*\[fast\] too/,
    ],
    [
      'one folder and several',
      several(`[slow]\nfilesystem_store_datadirs = ${root}/x\nfilesystem_store_datadir = ${root}/y`),
      /\[slow\] filesystem_store_datadir and filesystem_store_datadirs exclude each other/,
    ],
    [
      'a priority that is no number',
      several('[slow]\nfilesystem_store_datadirs = /x:high'),
      /:7: \[slow\] option filesystem_store_datadirs: expected \/path:priority, found "\/x:high"/,
    ],
    [
      'a proxy that is no address',
      several('[web]\nhttp_proxy_information = https:nowhere'),
      /:7: \[web\] option http_proxy_information: expected http:host:port/,
    ],
    [
      'a folder that cannot be',
      several('[slow]\nfilesystem_store_datadir = /dev/null/x'),
      /\[slow\] filesystem_store_datadir.*cannot be written/,
    ],
    [
      'permissions that make no sense',
      several('[slow]\nfilesystem_store_file_perm = 689'),
      /\[slow\] filesystem_store_file_perm/,
    ],
    [
      'authorities that cannot be read',
      several('[web]\nhttps_ca_certificates_file = /none'),
      /\[web\] https_ca_certificates_file/,
    ],
  ])('stop the start with %s', (_, text, message) => expect(() => open(text)).toThrow(message))
})
