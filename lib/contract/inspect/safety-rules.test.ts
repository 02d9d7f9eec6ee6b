import { describe, expect, it } from 'vitest'
import { inspectHead } from './inspect-head'
import type { InspectOptions } from './inspection'

/** A header of `length` bytes with these fields: text or bytes by offset. */
function head(length: number, fields: Record<number, string | number[]>): Uint8Array {
  const bytes = new Uint8Array(length)
  for (const [offset, field] of Object.entries(fields)) {
    bytes.set(typeof field === 'string' ? [...field].map((char) => char.charCodeAt(0)) : field, Number(offset))
  }
  return bytes
}

function problemsOf(bytes: Uint8Array, options: Partial<InspectOptions> = {}) {
  return inspectHead(bytes, { size: bytes.length, ...options }).problems
}
const rulesOf = (...args: Parameters<typeof problemsOf>) => problemsOf(...args).map(({ rule }) => rule)

describe('qcow2', () => {
  const sound = { 0: 'QFI\xfb', 4: [0, 0, 0, 3] }
  it('version 3 without features is sound', () => expect(rulesOf(head(512, sound))).toEqual([]))
  it('versions 1 and 4 are unknown', () => {
    expect(rulesOf(head(512, { ...sound, 4: [0, 0, 0, 1] }))).toEqual(['version'])
    expect(rulesOf(head(512, { ...sound, 4: [0, 0, 0, 4] }))).toEqual(['version'])
  })
  it('dirty, corrupt, compression type and extended L2 entries are known', () =>
    expect(rulesOf(head(512, { ...sound, 79: [0b11011] }))).toEqual([]))
  it('bit 2 is an external data file', () => expect(rulesOf(head(512, { ...sound, 79: [0b100] }))).toEqual(['data_file']))
  it('bits from 5 on are unknown, and the message says which', () => {
    expect(problemsOf(head(512, { ...sound, 72: [0x80], 79: [0x20] }))).toEqual([
      { rule: 'unknown_features', message: 'the incompatible features at byte 72 have unknown bits 0x8000000000000020' },
    ])
  })
  it('a backing file offset far outside is a backing file still', () =>
    expect(problemsOf(head(512, { ...sound, 8: [0xff] }))[0]?.message).toContain('outside the header'))
})

describe('vmdk', () => {
  const descriptor = (lines: string) => `# Disk DescriptorFile\nversion=1\nparentCID=ffffffff\n${lines}\n`
  const sound = 'createType="streamOptimized"\nRW 2048 SPARSE "a.vmdk"'
  const sparse = (lines: string, fields = {}) =>
    head(16384, { 0: 'KDMV', 4: [1], 13: [8], 28: [1], 36: [20], 512: descriptor(lines), ...fields })

  it('one sparse extent is sound', () => expect(rulesOf(sparse(sound))).toEqual([]))
  it('a createType that is not allowed', () => expect(rulesOf(sparse(sound.replace('streamO', 'o')))).toEqual(['create_type']))
  it('the setting allows another createType', () =>
    expect(rulesOf(sparse(sound.replace('streamOptimized', 'vmfsSparse')), { vmdkAllowedTypes: ['vmfsSparse'] })).toEqual([]))
  it('no createType, or two of which programs could obey either', () => {
    expect(rulesOf(sparse('RW 2048 SPARSE "a.vmdk"'))).toEqual(['create_type'])
    expect(rulesOf(sparse(`# createType="monolithicFlat"\n${sound}`))).toEqual(['create_type'])
    expect(rulesOf(sparse(sound.replace('\n', '\rcreateType="monolithicFlat"\n')))).toEqual(['create_type'])
  })
  it('an extent that is a path, flat, or one of several', () => {
    expect(rulesOf(sparse(sound.replace('a.vmdk', '/etc/passwd')))).toEqual(['extent'])
    expect(rulesOf(sparse(sound.replace('a.vmdk', '..\\secret')))).toEqual(['extent'])
    expect(rulesOf(sparse(sound.replace('SPARSE', 'FLAT')))).toEqual(['extent'])
    expect(rulesOf(sparse(`${sound}\n  rw 1 FLAT "b" 0`))).toEqual(['extent'])
    expect(rulesOf(sparse('createType="monolithicSparse"'))).toEqual(['extent'])
  })
  it('a parent, by content id or by name', () => {
    expect(rulesOf(sparse(`parentCID=12345678\n${sound}`))).toEqual(['parent'])
    expect(rulesOf(sparse(`parentFileNameHint="/etc/passwd"\n${sound}`))).toEqual(['parent'])
  })
  it('a header without capacity leaves everything to the descriptor', () =>
    expect(rulesOf(sparse(sound, { 13: [0] }))).toEqual(['descriptor']))
  it('a descriptor elsewhere, or too long', () => {
    expect(rulesOf(sparse(sound, { 28: [2] }))).toEqual(['descriptor'])
    expect(rulesOf(sparse(sound, { 36: [0, 0, 1] }))).toEqual(['descriptor'])
  })
  it('a piece has none, or an empty one', () => {
    expect(rulesOf(sparse(sound, { 28: [0], 36: [0] }))).toEqual(['piece'])
    expect(rulesOf(sparse(sound, { 512: [0] }))).toEqual(['piece'])
  })
  it('a version of the future', () => expect(rulesOf(sparse(sound, { 4: [4] }))).toEqual(['version']))
  it('a footer that says something else than the header', () => {
    const streamed = sparse(sound, { 56: [255, 255, 255, 255, 255, 255, 255, 255] })
    const footer = streamed.slice(0, 512)
    streamed.set(footer, streamed.length - 1024)
    expect(rulesOf(streamed)).toEqual([])
    streamed[streamed.length - 1024 + 28] = 2
    expect(rulesOf(streamed)).toEqual(['footer'])
    expect(rulesOf(streamed, { size: null })).toEqual([])
    expect(rulesOf(streamed, { size: null, tail: streamed.slice(-1536) })).toEqual(['footer'])
    expect(rulesOf(streamed, { size: null, tail: streamed.slice(-10) })).toEqual(['footer'])
  })
  it('a descriptor alone, even behind comments', () => {
    expect(rulesOf(head(512, { 0: descriptor(sound) }))).toEqual(['descriptor_only'])
    expect(rulesOf(head(512, { 0: `# hello\n\n version=1\r\n${sound}\n` }))).toEqual(['descriptor_only'])
  })
})

describe('gpt', () => {
  const signature = { 510: [0x55, 0xaa] }
  const protective = { 446: [0, 0, 2, 0, 0xee, 0xff, 0xff, 0xff, 1, 0, 0, 0] }
  it('a Linux partition is sound', () => expect(rulesOf(head(512, { ...signature, 450: [0x83] }))).toEqual([]))
  it('the signature without a partition', () => expect(rulesOf(head(512, signature))).toEqual(['mbr']))
  it('a boot flag that is none, with its place', () =>
    expect(problemsOf(head(512, { ...signature, 450: [0x83], 462: [0x41] }))).toEqual([
      { rule: 'mbr', message: 'the boot flag of partition 2 at byte 462 is 0x41; only 00 and 80 are valid' },
    ]))
  it('a protective MBR is sound', () => expect(rulesOf(head(512, { ...signature, ...protective }))).toEqual([]))
  it('a protective partition that is not alone, or starts elsewhere', () => {
    expect(rulesOf(head(512, { ...signature, ...protective, 466: [0x83] }))).toEqual(['gptmbr'])
    expect(rulesOf(head(512, { ...signature, ...protective, 454: [2] }))).toEqual(['gptmbr'])
    expect(rulesOf(head(512, { ...signature, ...protective, 448: [1] }))).toEqual(['gptmbr'])
  })
  it('a FAT volume has no partition table', () =>
    expect(inspectHead(head(512, { ...signature, 16: [2], 21: [0xf8] }), { size: 512 }).format).toBe('raw'))
})

describe('other formats', () => {
  it('LUKS 2 is refused', () => expect(rulesOf(head(592, { 0: 'LUKS\xba\xbe', 7: [2] }))).toEqual(['version']))
  it('a differencing VHD or VDI needs its parent', () => {
    expect(rulesOf(head(512, { 0: 'conectix', 63: [4] }))).toEqual(['parent'])
    expect(rulesOf(head(512, { 64: [0x7f, 0x10, 0xda, 0xbe], 76: [4] }))).toEqual(['parent'])
  })
  it('two formats at once are refused', () => {
    const polyglot = inspectHead(head(40000, { 0: 'QFI\xfb', 4: [0, 0, 0, 3], 32769: 'CD001' }), { size: 40000 })
    expect(polyglot).toMatchObject({ formats: ['qcow2', 'iso'], virtualSize: null, problems: [{ rule: 'several_formats' }] })
  })
})
