import { Problem } from '@/lib/contract/problem'
import { createConversion } from './conversion-step'
import { decompress, readCompression } from './decompression'
import type { ImportParts, ImportStep } from './import-job'

export type PluginName = ImportParts['config']['image_import_opts']['image_import_plugins'][number]

/** Steps between the staging area and the stores: what `[image_import_opts] image_import_plugins` can name, and a task's own. */
export function createPluginSteps(parts: ImportParts): Record<PluginName | 'task_conversion', ImportStep> {
  const { config, images, staging } = parts
  const sizeCap = config.DEFAULT.image_size_cap

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

    image_conversion: createConversion(parts, () => config.image_conversion.output_format),

    task_conversion: createConversion(parts, ({ convertTo }) => convertTo),

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
