import { describe, expect, it } from 'vitest'
import { ownDefinitions } from './own-definitions'

const definitions = ownDefinitions()
const onImages = definitions.flatMap((definition) => {
  const image = definition.resource_type_associations?.find(({ name }) => name === 'OS::Glance::Image')
  return Object.keys(definition.properties ?? {}).map((name) => `${image?.prefix ?? ''}${name}`)
})

describe('Vitrine’s own definitions', () => {
  it.each(definitions)('$namespace says to people what it is for', ({ display_name, description, properties = {}, ...rest }) => {
    expect(rest).toMatchObject({ visibility: 'public', protected: true })
    expect([display_name, description].every(Boolean)).toBe(true)
    for (const property of Object.values(properties)) {
      expect(property.description).toMatch(/\.$/)
      expect(property.enum ?? []).toEqual((property.enum ?? []).toSorted())
    }
  })
  it('are for images, each with a namespace and a property of its own', () => {
    expect(definitions.every((one) => one.resource_type_associations?.some(({ name }) => name === 'OS::Glance::Image'))).toBe(
      true,
    )
    expect(new Set(definitions.map(({ namespace }) => namespace)).size).toBe(definitions.length)
    expect(new Set(onImages).size).toBe(onImages.length)
  })
  it.each([
    'hw_disk_bus',
    'hw_vif_model',
    'hw_video_model',
    'hw_machine_type',
    'hw_firmware_type',
    'hw_cpu_max_sockets',
    'hw_cpu_policy',
    'hw_mem_page_size',
    'hw_qemu_guest_agent',
    'hw_tpm_version',
    'hw_watchdog_action',
    'os_type',
    'os_secure_boot',
    'img_config_drive',
    'img_hide_hypervisor_id',
    'img_signature_key_type',
    'architecture',
    'hypervisor_type',
    'kernel_id',
    'trait:HW_CPU_X86_AVX2',
  ])('describe %s as an image carries it', (name) => expect(onImages).toContain(name))
})
