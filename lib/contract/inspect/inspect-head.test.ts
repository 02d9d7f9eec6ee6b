import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  isoPath,
  makeImage,
  makeQcow2WithBackingFile,
  makeQcow2WithDataFile,
  makeVmdkWithParent,
  qemuVirtualSize,
  type RealImage,
  readHead,
  realImages,
} from '@/testing/real-images'
import { headBytes, inspectHead } from './inspect-head'
import type { DetectedFormat, Inspection } from './inspection'

let folder: string
const paths = {} as Record<RealImage, string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-inspect-'))
  for (const kind of realImages) paths[kind] = makeImage(kind, folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

function inspectFile(path: string): Inspection {
  return inspectHead(readHead(path, headBytes), { size: statSync(path).size })
}

const rules = ({ problems }: Inspection) => problems.map(({ rule }) => rule)

describe('images made by qemu-img', () => {
  const expected: [RealImage, DetectedFormat, string[]][] = [
    ['qcow2', 'qcow2', []],
    ['qcow2Version2', 'qcow2', []],
    ['vmdk', 'vmdk', []],
    ['vmdkStreamOptimized', 'vmdk', []],
    ['vmdkFlat', 'vmdk', ['descriptor_only', 'create_type', 'extent']],
    ['vmdkSplit', 'vmdk', ['descriptor_only', 'create_type']],
    ['vdi', 'vdi', []],
    ['vhd', 'vhd', []],
    ['vhdx', 'vhdx', []],
    ['vhdxFixed', 'vhdx', []],
    ['luks', 'luks', []],
    ['qed', 'qed', ['banned']],
  ]
  for (const [kind, format, broken] of expected) {
    it(`${kind} is ${format}, of the size that qemu-img tells, and breaks [${broken}]`, () => {
      const inspection = inspectFile(paths[kind])
      expect(inspection.formats).toEqual([format])
      expect(inspection.virtualSize).toBe(qemuVirtualSize(kind, paths[kind]))
      expect(rules(inspection)).toEqual(broken)
    })
  }

  it('a qcow2 with a backing file names it', () => {
    const inspection = inspectFile(makeQcow2WithBackingFile(folder))
    expect(rules(inspection)).toEqual(['backing_file'])
    expect(inspection.problems[0]?.message).toContain(isoPath('grub'))
  })
  it('a qcow2 with an external data file is refused', () =>
    expect(rules(inspectFile(makeQcow2WithDataFile(folder)))).toEqual(['data_file']))
  it('a piece of a split vmdk is known as one', () =>
    expect(rules(inspectFile(paths.vmdkSplit.replace(/\.vmdk$/, '-s001.vmdk')))).toEqual(['piece']))
  it('a vmdk with a parent is refused', () => expect(rules(inspectFile(makeVmdkWithParent(folder)))).toEqual(['parent']))
  it('a fixed VHD looks like what is inside', () =>
    expect(inspectFile(paths.vhdFixed).formats).toEqual(inspectFile(paths.raw).formats))
})

describe('real ISOs', () => {
  it('a hybrid ISO is iso and gpt, without problems', () =>
    expect(inspectFile(isoPath('grub'))).toEqual({
      format: 'iso',
      formats: ['iso', 'gpt'],
      virtualSize: statSync(isoPath('grub')).size,
      problems: [],
    }))
  it('the size is that of the volume, without the padding behind it', () => {
    const { format, virtualSize } = inspectFile(isoPath('ipxe'))
    expect(format).toBe('iso')
    expect(virtualSize).toBeLessThanOrEqual(statSync(isoPath('ipxe')).size)
    expect(virtualSize).toBeGreaterThan(1024 * 1024)
  })
})

describe('hostile bytes', () => {
  const chance = randomNumbers(20260401)

  it('cut anywhere, no header throws or pretends to be sound', () => {
    for (const kind of realImages) {
      const head = readHead(paths[kind], 600)
      for (let length = 0; length < head.length; length++) expectSound(inspectHead(head.subarray(0, length), { size: length }))
    }
    expect(rules(inspectHead(readHead(paths.qcow2, 20), { size: 20 }))).toEqual(['truncated'])
  })

  it('mutated at random, no header throws', () => {
    for (const kind of realImages) {
      const head = readHead(paths[kind], kind.startsWith('vhdx') ? headBytes : 40_000)
      for (let round = 0; round < 1500; round++) {
        const restore = mutate(head, chance)
        expectSound(inspectHead(head, { size: chance(2) ? null : head.length }))
        restore()
      }
    }
  })

  it('random bytes behind every magic do not throw', () => {
    for (const magic of ['QFI\xfb', 'KDMV', 'conectix', 'vhdxfile', 'LUKS\xba\xbe', 'QED\0', '# Disk DescriptorFile\n', '']) {
      for (let round = 0; round < 200; round++) {
        const head = Uint8Array.from({ length: chance(2048) }, () => chance(256))
        head.set([...magic].map((char) => char.charCodeAt(0)).slice(0, head.length))
        expectSound(inspectHead(head, { size: null }))
      }
    }
  })

  it('a descriptor of nothing but line ends costs little', () => {
    const head = new Uint8Array(headBytes).fill(10)
    head.set(new TextEncoder().encode('# Disk DescriptorFile'))
    const start = performance.now()
    expect(inspectHead(head, { size: null }).format).toBe('vmdk')
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

function expectSound({ format, formats, virtualSize, problems }: Inspection) {
  if (formats[0] !== format) throw new Error(`${format} is not the first of ${formats}`)
  if (virtualSize !== null && !(Number.isSafeInteger(virtualSize) && virtualSize >= 0)) throw new Error(`size ${virtualSize}`)
  for (const { message } of problems) if (message.length > 1500) throw new Error(`a message of ${message.length} characters`)
}

/** Changes up to eight bytes, mostly where headers and tables are; answers how to take them back. */
function mutate(head: Uint8Array, chance: (below: number) => number): () => void {
  const spots = [0, 512, 64 * 1024, 192 * 1024, 2 * 1024 * 1024, 32 * 1024].filter((spot) => spot + 600 < head.length)
  const changes = Array.from({ length: 1 + chance(8) }, () => {
    const at = (spots[chance(spots.length)] ?? 0) + 4 + chance(590)
    return { at, was: head[at] ?? 0 }
  })
  for (const { at } of changes) head[at] = [0, 1, 0x7f, 0xff, chance(256)][chance(5)] ?? 0
  return () => {
    for (const { at, was } of changes.reverse()) head[at] = was
  }
}

/** The same numbers in every run, so that a failure can be repeated (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}
