import { describe, expect, it } from 'vitest'
import { fileNameIn, isWebAddress } from './web-import'

describe('an address on the web', () => {
  it('names the file by its last part', () => {
    expect(fileNameIn('https://host/a/debian%2013.qcow2?x=/y.raw')).toBe('debian 13.qcow2')
    for (const uri of ['https://host', 'https://host/a/', 'nothing', 'https://host/%E0%A4%A']) expect(fileNameIn(uri)).toBe('')
  })
  it('is one of http or https', () => {
    expect(isWebAddress('https://host/disk.raw')).toBe(true)
    expect(isWebAddress('HTTP://host')).toBe(true)
    for (const uri of ['', 'host/disk.raw', 'file:///etc/passwd', 'javascript:alert(1)', 'https://'])
      expect(isWebAddress(uri)).toBe(false)
  })
})
