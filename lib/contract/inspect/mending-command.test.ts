import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeImage, makeQcow2WithBackingFile, makeQcow2WithDataFile, makeVmdkWithParent, readHead } from '@/testing/real-images'
import { headBytes, inspectHead } from './inspect-head'
import type { DetectedFormat, Inspection } from './inspection'
import { mendingCommand } from './mending-command'

function inspection(format: DetectedFormat, ...rules: string[]): Inspection {
  return { format, formats: [format], virtualSize: null, problems: rules.map((rule) => ({ rule, message: rule })) }
}

describe('mendingCommand', () => {
  it('says nothing where nothing is wrong', () => {
    expect(mendingCommand(inspection('qcow2'), 'qcow2')).toBeNull()
    expect(mendingCommand(inspection('qcow2'), 'raw')).toBeNull()
    expect(mendingCommand(inspection('raw'), 'raw')).toBeNull()
  })
  it('flattens a qcow2 that depends on other files', () => {
    const command = 'qemu-img convert -f qcow2 -O qcow2 in.qcow2 out.qcow2'
    expect(mendingCommand(inspection('qcow2', 'backing_file'), 'qcow2')).toBe(command)
    expect(mendingCommand(inspection('qcow2', 'data_file'), 'qcow2')).toBe(command)
  })
  it('makes one file of a VMDK in pieces', () =>
    expect(mendingCommand(inspection('vmdk', 'descriptor', 'create_type'), 'vmdk')).toBe(
      'qemu-img convert -f vmdk -O vmdk -o subformat=streamOptimized in.vmdk out.vmdk',
    ))
  it('converts what is not what was declared', () => {
    expect(mendingCommand(inspection('iso'), 'qcow2')).toBe('qemu-img convert -f raw -O qcow2 in.img out.qcow2')
    expect(mendingCommand(inspection('qed', 'banned'), 'qcow2')).toBe('qemu-img convert -f qed -O qcow2 in.qed out.qcow2')
  })
  it('gives a fixed VHD a header', () =>
    expect(mendingCommand(inspection('gpt'), 'vhd')).toBe('qemu-img convert -f vpc -O vpc in.vhd out.vhd'))
  it('wraps a disk whose partition table is unsound', () =>
    expect(mendingCommand(inspection('gpt', 'mbr'), 'raw')).toBe('qemu-img convert -f raw -O qcow2 in.img out.qcow2'))
  it('knows what it cannot mend', () => {
    expect(mendingCommand(inspection('qcow2', 'several_formats'), 'qcow2')).toBeNull()
    expect(mendingCommand(inspection('vhd', 'parent'), 'vhd')).toBeNull()
    expect(mendingCommand(inspection('luks', 'version'), 'luks')).toBeNull()
    expect(mendingCommand(inspection('qcow2'), 'ami')).toBeNull()
  })
})

describe('the commands, run on real images', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-mending-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Runs the command as a person would, with the names of real files. */
  function mend(path: string, declared: string): Inspection {
    const command = mendingCommand(inspectHead(readHead(path, headBytes), { size: null }), declared) ?? ''
    const out = join(folder, `mended.${declared}`)
    const [program = '', ...args] = command
      .split(' ')
      .map((word) => (/^in\./.test(word) ? path : /^out\./.test(word) ? out : word))
    execFileSync(program, args)
    return inspectHead(readHead(out, headBytes), { size: null })
  }

  const cases: [string, string, (folder: string) => string][] = [
    ['a qcow2 with a backing file', 'qcow2', makeQcow2WithBackingFile],
    ['a qcow2 with a data file', 'qcow2', makeQcow2WithDataFile],
    ['a vmdk with a parent', 'vmdk', makeVmdkWithParent],
    ['a flat vmdk', 'vmdk', (folder) => makeImage('vmdkFlat', folder)],
    ['a fixed vhd', 'vhd', (folder) => makeImage('vhdFixed', folder)],
    ['a qed', 'qcow2', (folder) => makeImage('qed', folder)],
  ]
  for (const [name, declared, make] of cases) {
    it(`mends ${name}`, () => expect(mend(make(folder), declared)).toMatchObject({ format: declared, problems: [] }))
  }
})
