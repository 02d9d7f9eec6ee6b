import { isBaseField, isReserved } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import type { Image } from '../images/image'
import type { ImportChanges } from '../images/image-import-service'
import type { createByteSteps } from './byte-steps'
import type { ImportJob, ImportParts, ImportStep } from './import-job'
import { createRemoteGlance, type RemoteImage } from './remote-glance'

/** The steps that bring an image over from another region. */
export function createRemoteSteps(
  { config, images, fetch, keystoneUrl }: ImportParts,
  { download, removeStaged }: ReturnType<typeof createByteSteps>,
): { describe: ImportStep; fetchData: ImportStep } {
  const remote = createRemoteGlance(keystoneUrl, fetch)
  const prefixes = config.glance_download_properties.extra_properties
  const found = new WeakMap<ImportJob, { there: RemoteImage; takenBack: ImportChanges }>()

  function copied(properties: RemoteImage['properties']): Record<string, string> {
    const wanted = (name: string) => prefixes.some((prefix) => name.startsWith(prefix)) && !isBaseField(name) && !isReserved(name)
    return Object.fromEntries(Object.entries(properties).filter(([name]) => wanted(name)))
  }

  return {
    describe: {
      name: 'take over formats and properties of the image there',
      async run(job) {
        if (job.method.name !== 'glance-download') return
        const { glance_region: region, glance_service_interface: serviceInterface, glance_image_id: imageId } = job.method
        const there = await remote.find({ region, serviceInterface, imageId }, job.caller.token)
        const setProperties = copied(there.properties)
        const takenBack = oppositeOf(job.image, setProperties)
        const { diskFormat, containerFormat } = there
        await images.change(job.imageId, { attributes: { diskFormat, containerFormat }, setProperties })
        found.set(job, { there, takenBack })
        job.image = await images.current(job.imageId)
      },
      async undo(job) {
        const before = found.get(job)
        if (before) await images.change(job.imageId, before.takenBack)
      },
    },

    fetchData: {
      name: 'download its data into the staging area',
      async run(job) {
        const there = found.get(job)?.there
        if (!there) throw new Problem('internal', 'Nothing is known of the image there.')
        const headers = { 'x-auth-token': job.caller.token }
        await download(job, there.url, { headers, ...(there.size !== null && { expected: there.size }) })
      },
      undo: removeStaged,
    },
  }
}

/** What brings an image back to what it is now, after these properties have been set. */
function oppositeOf({ diskFormat, containerFormat, properties }: Image, set: Readonly<Record<string, string>>): ImportChanges {
  const before = Object.keys(set).map((name) => [name, Object.hasOwn(properties, name) ? properties[name] : undefined] as const)
  const known = before.filter((entry): entry is readonly [string, string] => entry[1] !== undefined)
  const unknown = before.filter(([, value]) => value === undefined)
  return {
    attributes: { diskFormat, containerFormat },
    setProperties: Object.fromEntries(known),
    removeProperties: unknown.map(([name]) => name),
  }
}
