import type { NamespaceDefinition } from '@/lib/contract/metadefs'
import { parseDefinition } from './definition-file'
import computeBoot from './definitions/compute-boot.json'
import computeConsoleDevices from './definitions/compute-console-devices.json'
import computeCpuPinning from './definitions/compute-cpu-pinning.json'
import computeCpuTopology from './definitions/compute-cpu-topology.json'
import computeDiskDevices from './definitions/compute-disk-devices.json'
import computeHypervisor from './definitions/compute-hypervisor.json'
import computeInstance from './definitions/compute-instance.json'
import computeIommu from './definitions/compute-iommu.json'
import computeMachine from './definitions/compute-machine.json'
import computeMemoryEncryption from './definitions/compute-memory-encryption.json'
import computeMultiqueue from './definitions/compute-multiqueue.json'
import computeNetworkDevices from './definitions/compute-network-devices.json'
import computeNuma from './definitions/compute-numa.json'
import computePmu from './definitions/compute-pmu.json'
import computeSerial from './definitions/compute-serial.json'
import computeTpm from './definitions/compute-tpm.json'
import computeTraits from './definitions/compute-traits.json'
import computeVmware from './definitions/compute-vmware.json'
import computeWatchdog from './definitions/compute-watchdog.json'
import glanceCommon from './definitions/glance-common.json'
import glanceSignatures from './definitions/glance-signatures.json'
import operatingSystem from './definitions/operating-system.json'

const files = {
  computeBoot,
  computeConsoleDevices,
  computeCpuPinning,
  computeCpuTopology,
  computeDiskDevices,
  computeHypervisor,
  computeInstance,
  computeIommu,
  computeMachine,
  computeMemoryEncryption,
  computeMultiqueue,
  computeNetworkDevices,
  computeNuma,
  computePmu,
  computeSerial,
  computeTpm,
  computeTraits,
  computeVmware,
  computeWatchdog,
  glanceCommon,
  glanceSignatures,
  operatingSystem,
}

/** The definitions that Vitrine comes with, checked as those of any other file. */
export function ownDefinitions(): NamespaceDefinition[] {
  return Object.entries(files).map(([name, content]) => parseDefinition(JSON.stringify(content), name))
}
