import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ConfigError } from '../config-file'
import { readLocationMetadata } from './location-metadata-file'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-metadata-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(text: string) {
  const file = join(folder, 'metadata.json')
  writeFileSync(file, text)
  return readLocationMetadata(file, 'fast')
}

const nfs = { id: 'nfs-1', mountpoint: '/mnt/nfs', server: '10.0.0.1' }

it('says what belongs to files below the mount point', () => {
  const metadata = read(JSON.stringify(nfs))
  expect(metadata('file:///mnt/nfs/images/x')).toEqual(nfs)
  expect([metadata('file:///mnt/nfs-2/x'), metadata('file:///elsewhere/x')]).toEqual([{}, {}])
})
it('tells several mount points apart', () => {
  const other = { id: 'nfs-2', mountpoint: '/mnt/other/' }
  const metadata = read(JSON.stringify([nfs, other]))
  expect([metadata('file:///mnt/nfs/x'), metadata('file:///mnt/other/x')]).toEqual([nfs, other])
})
it.each(['[]', '{}', '{"id":"x"}', '{"id":1,"mountpoint":"/x"}', '{"id":"x","mountpoint":"relative"}', 'no json'])(
  'stops the start with %s',
  (text) => expect(() => read(text)).toThrow(ConfigError),
)
it('stops the start without the file', () => {
  expect(() => readLocationMetadata(join(folder, 'absent'), 'fast')).toThrow(/\[fast\] filesystem_store_metadata_file .*ENOENT/)
})
