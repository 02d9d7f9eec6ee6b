import { describe, expect, it } from 'vitest'
import { definitionText } from '../metadefs/definition-texts'
import { definitionsByName, searchDefinitions } from './definitions'

const definition = (name: string, title: string) => ({ name, schema: { title, type: 'string' as const } })
const groups = [
  {
    namespace: 'OS::Disk',
    title: 'Disks',
    private: false,
    definitions: [definition('hw_disk_bus', 'Bus'), definition('hw_scsi_model', 'Model')],
  },
  { namespace: 'OS::System', title: 'System', private: false, definitions: [definition('os_type', 'Family')] },
]
const say = definitionText({ Disks: '磁盘' })
const found = (text: string) =>
  searchDefinitions(groups, text, say).flatMap(({ definitions }) => definitions.map(({ name }) => name))

describe('a search of the definitions', () => {
  it('wants every word, wherever it stands', () => {
    expect(found('BUS disks')).toEqual(['hw_disk_bus'])
    expect(found('os::disk')).toEqual(['hw_disk_bus', 'hw_scsi_model'])
    expect(found('family bus')).toEqual([])
  })
  it('finds what is shown in another language', () => {
    expect(found('磁盘')).toEqual(['hw_disk_bus', 'hw_scsi_model'])
    expect(found('磁盘 bus')).toEqual(['hw_disk_bus'])
  })
  it('shows everything where nothing is asked', () => expect(found(' ')).toEqual(['hw_disk_bus', 'hw_scsi_model', 'os_type']))
})

describe('what is said of a property', () => {
  const bus = (namespace: string, values: string[], isPrivate = false) => ({
    ...{ namespace, title: namespace, private: isPrivate },
    definitions: [{ name: 'hw_disk_bus', schema: { title: namespace, type: 'string' as const, enum: values } }],
  })
  const said = (...all: ReturnType<typeof bus>[]) =>
    definitionsByName(all)
      .get('hw_disk_bus')
      ?.map(({ namespace }) => namespace)

  it('is first that of a private namespace, then by name', () =>
    expect(said(bus('C', ['ide']), bus('B', ['usb']), bus('Z', ['scsi'], true))).toEqual(['Z', 'B', 'C']))
  it('is there once where namespaces ask the same', () => expect(said(bus('B', ['ide']), bus('A', ['ide']))).toEqual(['A']))
})
