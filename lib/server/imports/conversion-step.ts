import { acceptImageData } from '../inspect/acceptance'
import type { ImportJob, ImportParts, ImportStep } from './import-job'
import { type ConvertibleFormat, convertImage, isConvertible } from './qemu-img'

/** The step that makes a disk one of the format that `target` names; none where it names none. */
export function createConversion(
  { config, images, staging }: ImportParts,
  target: (job: ImportJob) => ConvertibleFormat | undefined,
): ImportStep {
  const sizeCap = config.DEFAULT.image_size_cap
  const formatsBefore = new WeakMap<ImportJob, string | null>()
  return {
    name: 'convert it',
    async run(job) {
      const { imageId, image, run } = job
      const to = target(job)
      const format = image.diskFormat
      if (to === undefined || image.containerFormat !== 'bare' || format === to || !isConvertible(format)) return
      acceptImageData(image, await staging.inspect(imageId), { ...config.image_format, require_image_format_match: true })
      await staging.replace(imageId, (source, target) =>
        convertImage({ source, format, target, to, sizeCap, signal: run.signal }),
      )
      await images.change(imageId, { attributes: { diskFormat: to } })
      formatsBefore.set(job, format)
      job.image = await images.current(imageId)
    },
    async undo(job) {
      const diskFormat = formatsBefore.get(job)
      if (diskFormat !== undefined) await images.change(job.imageId, { attributes: { diskFormat } })
    },
  }
}
