import { describe, expect, it } from 'vitest'
import { draftOf } from './draft'
import { nameFor } from './file-name'
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

const draft = (content: Uint8Array<ArrayBuffer> | string, name: string, chosen: { fromFolder?: boolean } = {}) =>
  draftOf({ file: new File([content], name), handle: null, ...chosen }, { target: null, containers: ['bare', 'ova'] })
const rulesOf = ({ reasons }: ReturnType<typeof verdictOf>) => reasons.map(({ rule }) => rule)

/** The start of a tar whose first file has this name. */
function tar(firstName: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(10_240)
  bytes.set(new TextEncoder().encode(firstName))
  bytes.set(new TextEncoder().encode('ustar'), 257)
  return bytes
}

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
  it('keeps a name that is no extension', () => {
    for (const name of ['release-1.2', '.hidden', 'a.b']) expect(nameFor(name)).toBe(name)
  })
  it('names a packed file without either extension', () => {
    const names = ['c.qcow2.gz', 'c.img.xz', 'c.raw.zst', 'c.bz2', 'c.vmdk.zip', 'c.tar', 'c.ova', 'c.tar.gz', 'c.iso.lz4']
    expect(new Set(names.map(nameFor))).toEqual(new Set(['c']))
  })
  it('asks for no disk where there is none to read', async () => {
    for (const content of [new Uint8Array(5 * mib).fill(0x1f, 0, 1).fill(0x8b, 1, 2), 'text', '', '<html>']) {
      expect((await draft(content, 'a.img')).form.minDisk).toBe(0)
    }
    expect((await draft(new Uint8Array(mib), 'a.img')).form.minDisk).toBe(1)
  })
  it('puts an OVA into its container where the cloud knows it', async () => {
    const made = await draft(tar('machine.ovf'), 'machine.ova')
    expect(made.form).toMatchObject({ name: 'machine', diskFormat: 'vmdk', containerFormat: 'ova', minDisk: 0 })
    expect(verdictOf(made)).toEqual({ level: 'ok', reasons: [], mend: null })
    const elsewhere = await draftOf(made, { target: null, containers: ['bare'] })
    expect(elsewhere.form).toMatchObject({ diskFormat: 'raw', containerFormat: 'bare' })
    expect(verdictOf(elsewhere)).toMatchObject({ level: 'warn', reasons: [{ rule: 'archive', values: { format: 'ova' } }] })
  })
  it('leaves aside what a folder has beside its images, and nothing else', async () => {
    const aside = async (content: Uint8Array<ArrayBuffer> | string, name: string) =>
      (await draft(content, name, { fromFolder: true })).aside
    for (const name of ['README.txt', 'SHA256SUMS', 'disk.qcow2.sha256', 'notes']) expect(await aside('text', name)).toBe(true)
    expect(await aside(new Uint8Array(600), 'SHA256SUMS.gpg')).toBe(true)
    expect(await aside(qcow2(), 'README.txt')).toBe(false)
    expect(await aside(new Uint8Array(mib), 'disk')).toBe(false)
    expect(await aside('<html>', 'debian.qcow2')).toBe(false)
    expect((await draft('text', 'README.txt')).aside).toBe(false)
  })
})

describe('verdictOf', () => {
  it('blocks a backing file and says how to mend it', async () => {
    const verdict = verdictOf(await draft(qcow2({ backingOffset: 512 }), 'over lay.qcow2'))
    expect(verdict).toMatchObject({ level: 'blocked', reasons: [{ rule: 'backing_file' }] })
    expect(verdict.mend).toEqual({
      command: "qemu-img convert -f qcow2 -O qcow2 'over lay.qcow2' 'over lay-vitrine.qcow2'",
      needsParts: true,
    })
  })
  it('blocks a format that the header denies', async () => {
    const made = await draft(new Uint8Array(mib), 'disk.img')
    const verdict = verdictOf({ ...made, form: { ...made.form, diskFormat: 'vmdk' } })
    expect(verdict).toMatchObject({
      level: 'blocked',
      reasons: [{ rule: 'mismatch', values: { detected: 'raw', declared: 'vmdk' } }],
    })
  })
  it('confirms nothing where the header has no known mark', async () =>
    expect(verdictOf(await draft(new Uint8Array(mib), 'disk.img'))).toEqual({ level: 'unmarked', reasons: [], mend: null }))
  it('knows an error page, whatever stands before it', async () => {
    const pages = [
      '<!DOCTYPE html><title>404',
      '\ufeff\n<html>',
      '<!-- nginx -->\n<!doctype HTML>',
      `<!-- ${'a licence '.repeat(900)}`,
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code>',
      '<?xml version="1.0"?><!-- x --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html>',
    ]
    for (const page of pages) {
      expect(verdictOf(await draft(page, 'debian.img'))).toMatchObject({
        level: 'broken',
        reasons: [{ rule: 'html' }],
        mend: null,
      })
    }
    expect(rulesOf(verdictOf(await draft('<<< a text', 'debian.img')))).toEqual(['text', 'tiny'])
  })
  it('offers no conversion of an error page', async () => {
    const made = await draft('<html>', 'page.qcow2')
    const { level, mend } = verdictOf({ ...made, form: { ...made.form, diskFormat: 'qcow2' } })
    expect([level, mend]).toEqual(['blocked', null])
  })
  it('objects to nothing, to a text, and to less than a sector', async () => {
    expect(verdictOf(await draft('', 'a.img'))).toMatchObject({ level: 'broken', reasons: [{ rule: 'empty' }] })
    const verdict = verdictOf(await draft('hello', 'hello.txt'))
    expect([verdict.level, ...rulesOf(verdict)]).toEqual(['broken', 'text', 'tiny'])
  })
  it('objects to a download that broke off', async () => {
    const verdict = verdictOf(await draft(qcow2().slice(0, 3000), 'half.qcow2'))
    expect([verdict.level, ...rulesOf(verdict)]).toEqual(['broken', 'cut_off'])
  })
  it('says of a descriptor that the disk is elsewhere, once', async () => {
    const text =
      '# Disk DescriptorFile\nversion=1\nparentCID=ffffffff\ncreateType="monolithicFlat"\nRW 2048 FLAT "a-flat.vmdk" 0\n'
    const verdict = verdictOf(await draft(text, 'a.vmdk'))
    expect([verdict.level, ...rulesOf(verdict)]).toEqual(['blocked', 'descriptor_only', 'create_type'])
    expect(verdict.mend?.needsParts).toBe(true)
  })
  it('knows the plain piece of a split disk by its name', async () =>
    expect(rulesOf(verdictOf(await draft(new Uint8Array(mib), 'a-f002.vmdk')))).toEqual(['piece']))
  it('warns of a name that promises another format, and objects to a header that describes no disk', async () => {
    const magic = new Uint8Array(mib)
    magic.set([0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3])
    const verdict = verdictOf(await draft(magic, 'fake.iso'))
    expect([verdict.level, ...rulesOf(verdict)]).toEqual(['broken', 'hollow', 'misnamed'])
    expect(verdictOf(await draft(qcow2(), 'cloud.img')).level).toBe('ok')
    expect(verdictOf(await draft(new Uint8Array(mib), 'broken.qcow2')).reasons).toMatchObject([{ rule: 'misnamed' }])
  })
  it('warns of packed files', async () => {
    for (const magic of [
      [0x1f, 0x8b, 8, 0],
      [0x04, 0x22, 0x4d, 0x18],
    ]) {
      const packed = new Uint8Array(1000)
      packed.set(magic)
      expect(verdictOf(await draft(packed, 'disk.img'))).toMatchObject({ level: 'warn', reasons: [{ rule: 'compressed' }] })
    }
    expect(verdictOf(await draft(tar('disk.img'), 'disk.tar'))).toMatchObject({ level: 'warn', reasons: [{ rule: 'archive' }] })
  })
})
