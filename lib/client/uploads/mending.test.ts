import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headBytes, inspectHead } from '@/lib/contract/inspect/inspect-head'
import type { Inspection } from '@/lib/contract/inspect/inspection'
import { makeImage, makeQcow2WithBackingFile, readHead } from '@/testing/real-images'
import { mendingFor } from './mending'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-mending-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const inspectFile = (path: string): Inspection => inspectHead(readHead(path, headBytes), { size: null })

/** Runs what the form shows for a file, in a shell where the file is; answers what it made. */
function mended(name: string, declared: string): Inspection {
  const mending = mendingFor(inspectFile(join(folder, name)), declared, name)
  if (!mending) throw new Error('nothing mends it')
  execFileSync('bash', ['-c', mending.command], { cwd: folder, stdio: 'pipe' })
  const out = execFileSync('bash', ['-c', `set -- ${mending.command}; printf %s "\${@: -1}"`], { encoding: 'utf8' })
  return inspectFile(join(folder, out))
}

describe('the command for a file', () => {
  const names = [
    'ubuntu:24.04.qcow2',
    '-dash.qcow2',
    '.hidden',
    'two words.qcow2',
    "it's $HOME `x`.qcow2",
    '~root.qcow2',
    '"a";b.qcow2',
  ]
  for (const name of names) {
    it(`works where it is called ${name}`, () => {
      copyFileSync(makeQcow2WithBackingFile(folder), join(folder, name))
      expect(mended(name, 'qcow2')).toMatchObject({ format: 'qcow2', problems: [] })
    })
  }
  it('leaves plain names as they are, and says that other files are needed', () => {
    const overlay = inspectFile(makeQcow2WithBackingFile(folder))
    expect(mendingFor(overlay, 'qcow2', 'over.lay.qcow2')).toEqual({
      command: 'qemu-img convert -f qcow2 -O qcow2 over.lay.qcow2 over.lay-vitrine.qcow2',
      needsParts: true,
    })
    expect(mendingFor(inspectFile(makeImage('raw', folder)), 'qcow2', 'a.iso')).toMatchObject({ needsParts: false })
  })
  it('converts the descriptor where a piece of a split VMDK was chosen', () => {
    makeImage('vmdkSplit', folder)
    expect(mended('grub-vmdkSplit-s001.vmdk', 'vmdk')).toMatchObject({ format: 'vmdk', problems: [] })
    const piece = inspectFile(join(folder, 'grub-vmdkSplit-s001.vmdk'))
    expect(mendingFor(piece, 'vmdk', 'renamed.vmdk')).toBeNull()
  })
})
