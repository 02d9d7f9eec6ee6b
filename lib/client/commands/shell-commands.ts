import { shellWord } from '../shell-word'
import type { DescribedImage } from './described-image'

/** How to make an image of this kind, and how to get its data. */
export interface Commands {
  make: string
  fetch: string
}

/** A command with its options, a line each. */
function command(program: string, options: readonly (string | false)[]): string {
  return [program, ...options.filter((option) => option !== false)].join(' \\\n  ')
}

/** `--option=value`, so that a value is none even where it begins with `-`. */
function option(name: string, value: string | number): string {
  return `--${name}=${shellWord(String(value))}`
}

/** What a client's syntax cannot say, as a comment: written so that no line break ends it. */
function leftOut(what: readonly string[]): string {
  return what.map((each) => `# Left out, because the client cannot say it: ${JSON.stringify(each)}\n`).join('')
}

const needsNoKey = ([name]: readonly [string, string]) => !name.includes('=')

function properties({ properties: all }: DescribedImage): string[] {
  return all.filter(needsNoKey).map(([name, value]) => option('property', `${name}=${value}`))
}

function unsayable({ properties: all }: DescribedImage): string[] {
  return all.filter((property) => !needsNoKey(property)).map(([name, value]) => `${name}=${value}`)
}

/** A name in its place, even where it begins with `-`. */
function positional(name: string): string {
  return name.startsWith('-') ? `-- ${shellWord(name)}` : shellWord(name)
}

/** For python-openstackclient. */
export function openstackCommands(image: DescribedImage): Commands {
  const { diskFormat, containerFormat, minDisk, minRam } = image
  const make = command('openstack image create', [
    option('file', image.file),
    diskFormat !== null && option('disk-format', diskFormat),
    containerFormat !== null && option('container-format', containerFormat),
    minDisk > 0 && option('min-disk', minDisk),
    minRam > 0 && option('min-ram', minRam),
    `--${image.visibility}`,
    image.isProtected && '--protected',
    ...properties(image),
    ...image.tags.map((tag) => option('tag', tag)),
    positional(image.name),
  ])
  const hide = image.hidden ? `\nopenstack image set --hidden ${positional(image.name)}` : ''
  return {
    make: leftOut(unsayable(image)) + make + hide,
    fetch: `openstack image save ${option('file', image.file)} ${image.id}`,
  }
}

/** For python-glanceclient. */
export function glanceCommands(image: DescribedImage): Commands {
  const { diskFormat, containerFormat, minDisk, minRam } = image
  const tags = image.tags.filter((tag) => !tag.startsWith('-'))
  const make = command('glance image-create', [
    option('name', image.name),
    option('file', image.file),
    diskFormat !== null && option('disk-format', diskFormat),
    containerFormat !== null && option('container-format', containerFormat),
    minDisk > 0 && option('min-disk', minDisk),
    minRam > 0 && option('min-ram', minRam),
    option('visibility', image.visibility),
    image.isProtected && option('protected', 'True'),
    image.hidden && option('hidden', 'True'),
    ...properties(image),
    tags.length > 0 && `--tags ${tags.map(shellWord).join(' ')}`,
  ])
  const missing = [...unsayable(image), ...image.tags.filter((tag) => tag.startsWith('-'))]
  return { make: leftOut(missing) + make, fetch: `glance image-download ${option('file', image.file)} ${image.id}` }
}

const tokenHeader = '-H "X-Auth-Token: $OS_TOKEN"'

/** For curl and jq. The token is read from the environment; globbing would read braces in names. */
export function curlCommands(image: DescribedImage): Commands {
  const images = `${image.api}/v2/images`
  const body = {
    name: image.name,
    disk_format: image.diskFormat,
    container_format: image.containerFormat,
    ...{ min_disk: image.minDisk, min_ram: image.minRam, visibility: image.visibility },
    ...{ protected: image.isProtected, os_hidden: image.hidden, tags: image.tags },
    ...Object.fromEntries(image.properties),
  }
  const create = command('IMAGE_ID=$(curl -gsS --fail-with-body', [
    tokenHeader,
    "-H 'Content-Type: application/json'",
    `--data-raw ${shellWord(JSON.stringify(body))}`,
    `${shellWord(images)} | jq -r .id)`,
  ])
  const upload = command('curl -gsS --fail-with-body', [
    tokenHeader,
    "-H 'Content-Type: application/octet-stream'",
    `-T ${shellWord(image.file)}`,
    `${shellWord(images)}/"$IMAGE_ID"/file`,
  ])
  const fetch = command('curl -gS --fail', [
    tokenHeader,
    `-o ${shellWord(image.file)}`,
    shellWord(`${images}/${encodeURIComponent(image.id)}/file`),
  ])
  return { make: `${create}\n${upload}`, fetch }
}
