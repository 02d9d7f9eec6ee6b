import { isNameTooLong } from './image-name'
import type { ImageView } from './image-view'
import { type PatchStep, patchImage } from './patch-image'
import { changesBetween, type EditedFields, type EditedKind } from './properties/property-changes'

const kinds = {
  name: 'text',
  min_disk: 'number',
  min_ram: 'number',
  disk_format: 'text',
  container_format: 'text',
  protected: 'flag',
  os_hidden: 'flag',
} as const

export type OwnField = keyof typeof kinds

const names = Object.keys(kinds) as OwnField[]
/** The largest that the Image API takes for the least disk and memory. */
const largest = 2 ** 31 - 1

/** What is wrong with the fields: a size that is no whole number in bounds, a name that is too long. */
export function ownFieldMisfits({ properties }: EditedFields): OwnField[] {
  return names.filter((name) => {
    const text = properties[name] ?? ''
    return name === 'name' ? isNameTooLong(text) : kinds[name] === 'number' && !isSize(text)
  })
}

function isSize(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) <= largest
}

/** The JSON-patch of the fields that differ and of no others. */
export function ownFieldPatch(before: EditedFields, after: EditedFields): PatchStep[] {
  return changesBetween(before, after).map((change) => ({
    op: 'replace',
    path: `/${change.name}`,
    value: change.after === null ? null : wireValue(change.name, change.after),
  }))
}

function wireValue(name: string, text: string): unknown {
  const kind = kinds[name as OwnField]
  if (kind === 'number') return Number(text)
  return kind === 'flag' ? text === 'true' : text
}

/** The image's own fields, each as a text; one that is not set is absent. */
export const editedOwnFields: EditedKind = {
  read(image: ImageView) {
    const set = names.filter((name) => image[name] !== null)
    return { properties: Object.fromEntries(set.map((name) => [name, String(image[name])])), tags: [] }
  },
  async save({ id, updated_at }, before, after) {
    const steps = ownFieldPatch(before, after)
    if (steps.length > 0) await patchImage(id, steps, updated_at)
  },
}
