import type { Cloud } from './cloud'
import { makeQcow2 } from './disk-files'

/** A list as an operator knows it: several formats, visibilities and states. */
export async function fillWithImages(cloud: Cloud, folder: string): Promise<{ debianId: string }> {
  const bare = { container_format: 'bare' }
  const file = (name: string, sizeMib: number) => makeQcow2(folder, `${name}.qcow2`, sizeMib)
  await cloud.createImage({ ...bare, name: 'rocky-9-golden', disk_format: 'qcow2', visibility: 'private' })
  await cloud.createImage(
    { ...bare, name: 'ubuntu-24.04-server', disk_format: 'qcow2', visibility: 'public' },
    file('ubuntu', 24),
  )
  await cloud.createImage(
    { ...bare, name: 'ci-runner-2026-11', disk_format: 'qcow2', visibility: 'community' },
    file('runner', 11),
  )
  await cloud.createImage({ ...bare, name: 'fedora-43-coreos', disk_format: 'qcow2', visibility: 'shared' }, file('fedora', 17))
  await cloud.createImage({ ...bare, name: 'database-snapshot', disk_format: 'raw', visibility: 'private' }, file('snapshot', 6))
  const debian = await cloud.createImage(
    {
      ...{ ...bare, name: 'debian-13-genericcloud-amd64', disk_format: 'qcow2', visibility: 'shared', min_disk: 2, min_ram: 512 },
      ...{ os_distro: 'debian', os_version: '13', architecture: 'x86_64', hw_disk_bus: 'virtio', os_type: 'linux' },
      ...{ description: 'Debian 13 with cloud-init', tags: ['linux', 'golden'] },
    },
    file('debian', 21),
  )
  return { debianId: debian.id }
}

/** Shares the image with two projects, and offers one of another project in return. */
export async function fillWithShares(cloud: Cloud, folder: string, imageId: string): Promise<void> {
  const ours = (await cloud.image(imageId)).owner ?? ''
  const theirs = await cloud.createProject(`web-shop-${Date.now()}`)
  await cloud.shareImage(imageId, theirs)
  await cloud.shareImage(imageId, '0c6f6a3d2b5e4f7c9a1d8e7b6c5a4f3e')
  const offered = { disk_format: 'qcow2', container_format: 'bare', visibility: 'shared', owner: theirs }
  for (const name of ['shop-base-2026-11', 'load-generator']) {
    const { id } = await cloud.createImage({ ...offered, name }, makeQcow2(folder, `${name}.qcow2`, 3))
    await cloud.shareImage(id, ours)
  }
}
