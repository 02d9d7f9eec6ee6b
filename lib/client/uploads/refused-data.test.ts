import { expect, it } from 'vitest'
import { canOnlyFail, refusedData } from './refused-data'

const file = { name: 'overlay.qcow2', size: 1024, lastModified: 0, sample: '' }
const form = {
  ...{ name: 'overlay', diskFormat: 'qcow2', containerFormat: 'bare', minDisk: 0 },
  ...{ visibility: 'private' as const, protected: false, tags: [] },
}
const failed = (failure: string | null, shortage: null | { short_of: 'size' | 'quota'; room: null; reason: null } = null) => ({
  ...{ file, form, failure, shortage },
})

function onlyFails(upload: ReturnType<typeof failed>): boolean {
  return canOnlyFail(upload, refusedData(upload))
}

it('tells the rules that the server names, and the command that mends the file', () => {
  const failure =
    'The image is not safe: qcow2 failed the safety check backing_file: the backing file offset at byte 8 is 528 ("a; b.qcow2"); ' +
    'it must be 0; qcow2 failed the safety check data_file: there is one'
  const refused = refusedData(failed(failure))
  expect(refused?.reasons.map(({ rule }) => rule)).toEqual(['backing_file', 'data_file'])
  expect(refused?.mend).toEqual({
    command: 'qemu-img convert -f qcow2 -O qcow2 overlay.qcow2 overlay-vitrine.qcow2',
    needsParts: true,
  })
})

it('tells what the header says instead of what was declared', () => {
  const refused = refusedData(failed('The data do not match the disk_format: declared qcow2, found vmdk'))
  expect(refused?.reasons).toEqual([{ rule: 'mismatch', values: { detected: 'vmdk', declared: 'qcow2' } }])
})

it('names every format that the file can be read as', () => {
  const failure = 'The image is not safe: qcow2 failed the safety check several_formats: the file can be read as qcow2 and as iso'
  expect(refusedData(failed(failure))?.reasons).toEqual([{ rule: 'several_formats', values: { formats: 'qcow2, iso' } }])
})

it.each(['The store does not answer.', 'The image is not safe: something new', null])('knows no rule behind %s', (failure) => {
  expect(refusedData(failed(failure))).toBeNull()
  expect(onlyFails(failed(failure))).toBe(false)
})

it('lets what may have changed be tried again, and nothing that cannot', () => {
  expect(onlyFails(failed('too large', { short_of: 'size', room: null, reason: null }))).toBe(true)
  expect(onlyFails(failed('quota', { short_of: 'quota', room: null, reason: null }))).toBe(false)
  expect(onlyFails(failed('The data do not match the disk_format: declared qcow2, found raw'))).toBe(true)
})
