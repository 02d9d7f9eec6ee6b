import type { DescribedImage } from './described-image'
import type { Commands } from './shell-commands'

/** For the provider terraform-provider-openstack: a resource that makes the image, a data source that finds it. */
export function terraformBlocks(image: DescribedImage): Commands {
  const label = quoted(labelOf(image.name))
  const resource: [string, string | null][] = [
    ['name', quoted(image.name)],
    ['local_file_path', quoted(image.file)],
    ['container_format', image.containerFormat && quoted(image.containerFormat)],
    ['disk_format', image.diskFormat && quoted(image.diskFormat)],
    ['min_disk_gb', image.minDisk > 0 ? String(image.minDisk) : null],
    ['min_ram_mb', image.minRam > 0 ? String(image.minRam) : null],
    ['visibility', quoted(image.visibility)],
    ['protected', image.isProtected ? 'true' : null],
    ['hidden', image.hidden ? 'true' : null],
    ['tags', image.tags.length > 0 ? `[${image.tags.map(quoted).join(', ')}]` : null],
  ]
  const found: [string, string | null][] = [
    ['name', quoted(image.name)],
    ['visibility', quoted(image.visibility)],
    ['hidden', image.hidden ? 'true' : null],
    ['most_recent', 'true'],
  ]
  const data = `data "openstack_images_image_v2" ${label} {\n${aligned(found)}\n}`
  return {
    make: `resource "openstack_images_image_v2" ${label} {\n${aligned(resource)}${propertyMap(image)}\n}`,
    fetch: `# Found by its name: here it is ${image.id.replace(/[^\w-]/g, '')}\n${data}`,
  }
}

/** As `terraform fmt` writes arguments. */
function aligned(given: readonly [string, string | null][]): string {
  const there = given.filter(([, value]) => value !== null)
  const width = Math.max(...there.map(([name]) => name.length))
  return there.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`).join('\n')
}

function propertyMap({ properties }: DescribedImage): string {
  if (properties.length === 0) return ''
  const lines = properties.map(([name, value]) => `    ${quoted(name)} = ${quoted(value)}`)
  return `\n\n  properties = {\n${lines.join('\n')}\n  }`
}

/** A name for a block: letters, digits and underscores, no digit first. */
function labelOf(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '_')
  return /^[a-z_]/.test(plain) ? plain : `image_${plain}`
}

/** A text of HCL in which nothing is a template: `$` and `%` before a brace are written by their number. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replace(/[$%](?=\{)/g, (sign) => (sign === '$' ? '\\u0024' : '\\u0025'))
    .replace(/\\([bf])/g, (_, letter) => (letter === 'b' ? '\\u0008' : '\\u000c'))
}
