import { describe, expect, it } from 'vitest'
import type { NamespaceView } from '@/lib/contract/metadef-view'
import { namesOnImages, usageOf } from './usage'

const pages = [
  { images: [[['hw_bus', 'ide']], [['other', '1']]] as [string, string][][], next: '/v2/images?marker=x' },
  {
    images: [
      [
        ['hw_bus', 'scsi'],
        ['hw_cores', '2'],
      ],
      [['hw_bus', 'scsi']],
    ] as [string, string][][],
  },
]

describe('the use of properties by images', () => {
  it('counts images and values, and knows whether all were read', () => {
    const usage = usageOf(pages, new Set(['hw_bus', 'hw_cores']))
    expect(usage).toMatchObject({ read: 4, complete: true, count: 3 })
    expect(usage.properties.get('hw_bus')).toEqual({
      count: 3,
      values: [
        { value: 'scsi', count: 2 },
        { value: 'ide', count: 1 },
      ],
    })
    expect(usageOf(pages.slice(0, 1), new Set(['hw_bus']))).toMatchObject({ read: 2, complete: false, count: 1 })
  })
  it('is of names with the prefix that the namespace has on images', () => {
    const namespace = {
      resource_type_associations: [{ name: 'OS::Glance::Image', prefix: 'hw_' }],
      properties: { bus: { title: 'Bus', type: 'string' } },
      objects: [{ name: 'o', properties: { cores: { title: 'Cores', type: 'integer' } } }],
    } as unknown as NamespaceView
    expect([...namesOnImages(namespace)]).toEqual(['hw_bus', 'hw_cores'])
    expect(namesOnImages({ ...namespace, resource_type_associations: [] }).size).toBe(0)
  })
})
