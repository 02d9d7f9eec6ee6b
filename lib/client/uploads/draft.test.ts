import { describe, expect, it } from 'vitest'
import { draftOf, nameFor } from './draft'
import { verdictOf } from './verdict'

const mib = 1024 * 1024

/** A qcow2 header as qemu-img writes it: version 3, 64 KiB clusters, 10 GiB, and a backing file where asked for. */
function qcow2({ backingOffset = 0 } = {}): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(mib)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x514649fb)
  view.setUint32(4, 3)
  view.setBigUint64(8, BigInt(backingOffset))
  view.setUint32(16, backingOffset ? 8 : 0)
  view.setUint32(20, 16)
  view.setBigUint64(24, 10n * 1024n ** 3n)
  view.setUint32(36, 1)
  view.setBigUint64(40, 3n * 65536n)
  view.setBigUint64(48, 65536n)
  view.setUint32(56, 1)
  view.setUint32(96, 4)
  view.setUint32(100, 104)
  return bytes
}

const draft = (content: Uint8Array<ArrayBuffer> | string, name: string) =>
  draftOf({ file: new File([content], name), handle: null }, null)

describe('draftOf', () => {
  it('fills the form from the header', async () => {
    const made = await draft(qcow2(), 'debian 13.qcow2')
    expect(made.form).toMatchObject({
      name: 'debian 13',
      diskFormat: 'qcow2',
      minDisk: 10,
      visibility: 'private',
      containerFormat: 'bare',
    })
    expect(verdictOf(made)).toEqual({ level: 'ok', reasons: [], mend: null })
  })
  it('calls what it does not know raw', async () => expect((await draft('plain', 'disk.img')).form.diskFormat).toBe('raw'))
  it('asks for a whole GiB where an ISO is smaller', async () => {
    const iso = new Uint8Array(mib)
    iso.set([1, ...new TextEncoder().encode('CD001'), 1], 0x8000)
    const view = new DataView(iso.buffer)
    view.setUint32(0x8000 + 80, mib / 2048, true)
    view.setUint16(0x8000 + 128, 2048, true)
    const { form } = await draft(iso, 'tools.iso')
    expect(form).toMatchObject({ diskFormat: 'iso', minDisk: 1 })
  })
  it('keeps a name that is no extension', () => expect(nameFor('release-1.2')).toBe('release-1.2'))
})

describe('verdictOf', () => {
  it('blocks a backing file and says how to mend it', async () => {
    const verdict = verdictOf(await draft(qcow2({ backingOffset: 512 }), 'over lay.qcow2'))
    expect(verdict).toMatchObject({ level: 'blocked', reasons: [{ rule: 'backing_file' }] })
    expect(verdict.mend).toBe("qemu-img convert -f qcow2 -O qcow2 'over lay.qcow2' 'over lay-vitrine.qcow2'")
  })
  it('blocks a format that the header denies', async () => {
    const made = await draft('plain', 'disk.img')
    const verdict = verdictOf({ ...made, form: { ...made.form, diskFormat: 'vmdk' } })
    expect(verdict).toMatchObject({
      level: 'blocked',
      reasons: [{ rule: 'mismatch', values: { detected: 'raw', declared: 'vmdk' } }],
    })
  })
  it('confirms nothing where the header has no known mark', async () =>
    expect(verdictOf(await draft(new Uint8Array(mib), 'disk.img'))).toEqual({ level: 'unmarked', reasons: [], mend: null }))
  it('warns of a web page that was saved as an image', async () =>
    expect(verdictOf(await draft('<!DOCTYPE html><title>404', 'debian.img')).reasons).toEqual([{ rule: 'html', values: {} }]))
  it('warns of a text, and of less than a sector', async () => {
    const { level, reasons } = verdictOf(await draft('hello', 'hello.txt'))
    expect([level, ...reasons.map(({ rule }) => rule)]).toEqual(['warn', 'text', 'tiny'])
  })
  it('warns of a name that promises another format, and of a header that describes no disk', async () => {
    const magic = new Uint8Array(mib)
    magic.set([0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3])
    const { level, reasons } = verdictOf(await draft(magic, 'fake.iso'))
    expect([level, ...reasons.map(({ rule }) => rule)]).toEqual(['warn', 'hollow', 'misnamed'])
    expect(verdictOf(await draft(qcow2(), 'cloud.img')).level).toBe('ok')
    expect(verdictOf(await draft(new Uint8Array(mib), 'broken.qcow2')).reasons).toMatchObject([{ rule: 'misnamed' }])
  })
  it('warns of a compressed file', async () =>
    expect(verdictOf(await draft(new Uint8Array([0x1f, 0x8b, 8, 0]), 'disk.img.gz')).reasons).toMatchObject([
      { rule: 'compressed' },
    ]))
})
