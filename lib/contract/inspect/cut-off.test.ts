import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isoPath, makeImage, type RealImage, realImages } from '@/testing/real-images'
import { isCutOff, tailBytes } from './cut-off'
import { headBytes, inspectHead } from './inspect-head'

let folder: string
const files = {} as Record<RealImage, Uint8Array>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-cut-off-'))
  for (const kind of realImages) files[kind] = readFileSync(makeImage(kind, folder))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What is said of the first `size` bytes of a file. */
function cutAt(file: Uint8Array, size: number): boolean {
  const bytes = file.subarray(0, size)
  const head = bytes.subarray(0, headBytes)
  const ends = { head, tail: bytes.subarray(Math.max(0, size - tailBytes)), size }
  return isCutOff(inspectHead(head, { size }).format, ends)
}

describe('a whole file', () => {
  for (const kind of realImages) it(`of ${kind} is not cut off`, () => expect(cutAt(files[kind], files[kind].length)).toBe(false))
  it('of a hybrid ISO is not, nor one with padding', () => {
    for (const iso of ['grub', 'ipxe'] as const) {
      const file = readFileSync(isoPath(iso))
      expect(cutAt(file, file.length)).toBe(false)
    }
  })
})

describe('what broke off', () => {
  const told = ['qcow2', 'qcow2Version2', 'vmdk', 'vmdkStreamOptimized', 'vdi', 'vhd', 'vhdx', 'vhdxFixed'] as const
  for (const kind of told) {
    it(`shows in a ${kind} of half its length, and of less`, () => {
      for (const part of [0.5, 0.1, 0.9]) expect(cutAt(files[kind], Math.floor(files[kind].length * part))).toBe(true)
    })
  }
  it('shows in a qcow2 of 3,000 bytes, and of 200', () => {
    expect(cutAt(files.qcow2, 3000)).toBe(true)
    expect(cutAt(files.qcow2, 200)).toBe(true)
  })
  it('shows in an ISO whose volume is longer', () => {
    const file = readFileSync(isoPath('grub'))
    expect(cutAt(file, Math.floor(file.length / 2))).toBe(true)
  })
  it('does not show in bytes without a format', () => expect(cutAt(new Uint8Array(2048), 1000)).toBe(false))
})
