import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { twoStoresConfig } from '@/testing/two-stores-config'
import { loadConfig, loadSettings } from '../config'
import { storeFolders } from './store-folders'

const data = mkdtempSync(join(tmpdir(), 'vitrine-test-'))
afterAll(() => rmSync(data, { recursive: true }))

/** The folders that the server looks at with this configuration, and those that the doctor does. */
function folders(text: string) {
  const file = writeConfig(text)
  try {
    const server = storeFolders(loadConfig(['--config-file', file], { VITRINE_DATA: data }))
    return { server, doctor: storeFolders(loadSettings([file], {})) }
  } finally {
    removeConfig(file)
  }
}

describe('the folders of images', () => {
  it('are those of enabled_backends alone', () => {
    const found = ['/srv/fast', '/srv/slow']
    expect(folders(twoStoresConfig({ folder: '/srv', second: 'slow', others: ['web:http'] }))).toEqual({
      server: found,
      doctor: found,
    })
  })

  it('are those of [glance_store] where there is one store', () => {
    const several = '[glance_store]\nfilesystem_store_datadirs = /a:10\nfilesystem_store_datadirs = /b\n'
    expect(folders(several)).toEqual({ server: ['/a', '/b'], doctor: ['/a', '/b'] })
  })

  it('are in the data folder, which only the server knows, where none is named', () =>
    expect(folders('')).toEqual({ server: [join(data, 'images')], doctor: [] }))
})
