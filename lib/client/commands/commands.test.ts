import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { ImageView } from '../image-view'
import { describeForCommands } from './described-image'
import { curlCommands, glanceCommands, openstackCommands } from './shell-commands'
import { terraformBlocks } from './terraform'

const id = '3f0c1d9e-0000-4000-8000-000000000001'
const plain = {
  ...{ id, name: 'debian 13', disk_format: 'qcow2', container_format: 'bare', min_disk: 2, min_ram: 512 },
  ...{ visibility: 'private', protected: true, os_hidden: false, tags: ['golden', 'linux'], status: 'active' },
  ...{ os_distro: 'debian', os_glance_failed_import: '', size: 1, checksum: 'c' },
} as unknown as ImageView
const evil = `-o"\`id\`$(touch /tmp/owned)'; rm -rf ~ #\n\${HOME} %{if} \\ {a,b}/../*`
const hostile = { ...plain, name: evil, tags: [evil], os_hidden: true, visibility: 'public', [evil]: evil } as ImageView

const of = (image: ImageView) => describeForCommands(image, 'https://image.example')

/** What the programs would be given, each argument as it arrives: the shell runs the text with the programs replaced. */
function calls(text: string): string[][] {
  const stub = (name: string) => `${name}() { printf '%s\\0' ${name} "$@" >&3; printf '\\1\\0' >&3; }`
  const script = ['jq() { :; }', ...['openstack', 'glance', 'curl'].map(stub)].join('\n')
  const run = `PATH=/nowhere; exec 3>&1; ${script}\nOS_TOKEN=from-the-environment\n${text}`
  const out = execFileSync('/bin/bash', ['-c', run], { encoding: 'utf8' })
  return out
    .split('\u0001\0')
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1))
}

describe('commands for the shell', () => {
  it('say all that is known of an image, and nothing that only the service writes', () => {
    expect(calls(openstackCommands(of(plain)).make)).toEqual([
      [
        ...['openstack', 'image', 'create', '--file=debian 13.qcow2', '--disk-format=qcow2', '--container-format=bare'],
        ...['--min-disk=2', '--min-ram=512', '--private', '--protected', '--property=os_distro=debian'],
        ...['--tag=golden', '--tag=linux', 'debian 13'],
      ],
    ])
    expect(calls(openstackCommands(of(plain)).fetch)).toEqual([['openstack', 'image', 'save', '--file=debian 13.qcow2', id]])
    expect(calls(glanceCommands(of(plain)).make)[0]).toEqual([
      ...['glance', 'image-create', '--name=debian 13', '--file=debian 13.qcow2', '--disk-format=qcow2'],
      ...['--container-format=bare', '--min-disk=2', '--min-ram=512', '--visibility=private', '--protected=True'],
      ...['--property=os_distro=debian', '--tags', 'golden', 'linux'],
    ])
  })

  it('give every hostile text as one argument, and run nothing of it', () => {
    const [create, hide] = calls(openstackCommands(of(hostile)).make)
    expect(create?.slice(-3)).toEqual([`--tag=${evil}`, '--', evil])
    expect(create).toContain(`--property=os_distro=debian`)
    expect(create).toContain(`--property=${evil}=${evil}`)
    expect(hide).toEqual(['openstack', 'image', 'set', '--hidden', '--', evil])
    const [made] = calls(glanceCommands(of(hostile)).make)
    expect(made).toContain(`--name=${evil}`)
    expect(glanceCommands(of(hostile)).make.split('\n')[0]).toMatch(/^# Left out/)
  })

  it('name a file that stays in the folder and is no option', () => {
    for (const name of ['../../etc/passwd', '-rf', '.bashrc', 'a\nb', '..']) {
      const { file } = of({ ...plain, name, disk_format: null } as ImageView)
      expect(file, name).toMatch(/^[^/\n.-][^/\n]*$/)
    }
  })

  it('leave out a key that holds =, and say so without a line of its own', () => {
    const { make } = openstackCommands(of({ ...plain, 'a=b\nrm': 'c' } as ImageView))
    expect(make.split('\n')[0]).toBe('# Left out, because the client cannot say it: "a=b\\nrm=c"')
    expect(calls(make)).toHaveLength(1)
  })

  it('let curl send the same image, with the token of the environment', () => {
    const { make, fetch } = curlCommands(of(hostile))
    const [create] = calls(make.split('\ncurl')[0] ?? '')
    expect(create).toContain('X-Auth-Token: from-the-environment')
    const body = JSON.parse(create?.[(create?.indexOf('--data-raw') ?? 0) + 1] ?? '')
    expect(body).toMatchObject({ name: evil, [evil]: evil, tags: [evil], os_hidden: true, min_disk: 2, visibility: 'public' })
    expect(body).not.toHaveProperty('os_glance_failed_import')
    expect(create?.at(-1)).toBe('https://image.example/v2/images')
    const [got] = calls(fetch)
    expect(got?.at(-1)).toBe(`https://image.example/v2/images/${id}/file`)
    expect(make + fetch).not.toContain('from-the-environment')
  })
})

describe('blocks for Terraform', () => {
  it('make the image and find it', () => {
    expect(terraformBlocks(of(plain)).make).toBe(`resource "openstack_images_image_v2" "debian_13" {
  name             = "debian 13"
  local_file_path  = "debian 13.qcow2"
  container_format = "bare"
  disk_format      = "qcow2"
  min_disk_gb      = 2
  min_ram_mb       = 512
  visibility       = "private"
  protected        = true
  tags             = ["golden", "linux"]

  properties = {
    "os_distro" = "debian"
  }
}`)
    expect(terraformBlocks(of(plain)).fetch).toContain(
      'data "openstack_images_image_v2" "debian_13" {\n  name        = "debian 13"',
    )
  })
  it('hold no template and no line break of a hostile text', () => {
    const { make, fetch } = terraformBlocks(of(hostile))
    expect(make + fetch).not.toMatch(/[$%]\{/)
    const [line = ''] = make.split('\n').filter((each) => each.startsWith('  name '))
    expect(JSON.parse(line.replace(/^ {2}name +=/, ''))).toBe(evil)
    expect(make.split('\n')).toHaveLength(17)
  })
})
