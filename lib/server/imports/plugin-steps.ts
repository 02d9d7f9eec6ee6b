import { Problem } from '@/lib/contract/problem'
import { acceptImageData } from '../inspect/acceptance'
import { decompress, readCompression } from './decompression'
import type { ImportJob, ImportParts, ImportStep } from './import-job'
import { type ConvertibleFormat, convertImage, isConvertible } from './qemu-img'

export type PluginName = ImportParts['config']['image_import_opts']['image_import_plugins'][number]

/** Steps between the staging area and the stores: what `[image_import_opts] image_import_plugins` can name, and a task's own. */
export function createPluginSteps({ config, images, staging }: ImportParts): Record<PluginName | 'task_conversion', ImportStep> {
  const sizeCap = config.DEFAULT.image_size_cap

  function conversion(target: (job: ImportJob) => ConvertibleFormat | undefined): ImportStep {
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

  return {
    no_op: { name: 'do nothing', run: async () => undefined },

    image_decompression: {
      name: 'decompress it',
      async run({ imageId, image, run }) {
        if (image.containerFormat === 'compressed') return
        const compression = await readCompression(staging.path(imageId))
        if (!compression) return
        await staging.replace(imageId, (from, to) => decompress(compression, { from, to, sizeCap, signal: run.signal }))
      },
    },

    image_conversion: conversion(() => config.image_conversion.output_format),

    task_conversion: conversion(({ convertTo }) => convertTo),

    inject_image_metadata: {
      name: 'inject properties',
      async run({ imageId, caller }) {
        const { inject, ignore_user_roles } = config.inject_metadata_properties
        if (caller.roles.some((role) => ignore_user_roles.includes(role))) return
        const reserved = Object.keys(inject).find((name) => name.startsWith('os_glance'))
        if (reserved !== undefined) throw new Problem('forbidden', `The property ${reserved} cannot be injected.`)
        await images.change(imageId, { setProperties: inject })
      },
    },
  }
}
