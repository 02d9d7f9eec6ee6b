import { customProperties, type ImageView } from '../image-view'
import { pointerTo } from '../json-pointer'
import { type PatchStep, patchImage } from '../patch-image'

/** What is edited of an image: its own properties by name, and its tags. */
export interface EditedFields {
  properties: Readonly<Record<string, string>>
  tags: readonly string[]
}

/** One property before and after; null where there is none. */
export interface PropertyChange {
  name: string
  before: string | null
  after: string | null
}

/** A property that two people have changed, each in another way. */
export interface PropertyConflict {
  name: string
  before: string | null
  yours: string | null
  theirs: string | null
}

/** Which fields of an image are edited, and how they are saved: what differs, in one PATCH. */
export interface EditedKind {
  read(image: ImageView): EditedFields
  /** `preconditionFailed` where somebody else has changed the image since it was read. */
  save(image: ImageView, before: EditedFields, after: EditedFields): Promise<void>
}

export function fieldsOf(image: ImageView): EditedFields {
  return { properties: Object.fromEntries(customProperties(image)), tags: [...image.tags].sort() }
}

function valueIn({ properties }: EditedFields, name: string): string | null {
  return Object.hasOwn(properties, name) ? (properties[name] ?? null) : null
}

/** The same fields with one property set, or without it. */
export function withProperty(fields: EditedFields, name: string, value: string | null): EditedFields {
  const others = Object.entries(fields.properties).filter(([other]) => other !== name)
  return { ...fields, properties: Object.fromEntries(value === null ? others : [...others, [name, value]]) }
}

/** Every property that was added, changed or removed, by name. */
export function changesBetween(before: EditedFields, after: EditedFields): PropertyChange[] {
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])].sort()
  return names
    .map((name) => ({ name, before: valueIn(before, name), after: valueIn(after, name) }))
    .filter((change) => change.before !== change.after)
}

/** The tags that came and went. */
export function tagChanges(before: EditedFields, after: EditedFields): { added: string[]; removed: string[] } {
  return {
    added: after.tags.filter((tag) => !before.tags.includes(tag)),
    removed: before.tags.filter((tag) => !after.tags.includes(tag)),
  }
}

/** How many changes there are; those of the tags count as one. */
export function countChanges(before: EditedFields, after: EditedFields): number {
  const { added, removed } = tagChanges(before, after)
  return changesBetween(before, after).length + (added.length + removed.length > 0 ? 1 : 0)
}

/** The JSON-patch of what differs and of nothing else. */
export function patchBetween(before: EditedFields, after: EditedFields): PatchStep[] {
  const steps = changesBetween(before, after).map((change): PatchStep => {
    const path = pointerTo([change.name])
    if (change.after === null) return { op: 'remove', path }
    return { op: change.before === null ? 'add' : 'replace', path, value: change.after }
  })
  const { added, removed } = tagChanges(before, after)
  return added.length + removed.length > 0 ? [...steps, { op: 'replace', path: '/tags', value: after.tags }] : steps
}

interface Rebased {
  /** What others have saved meanwhile, with the person's own changes on top. */
  fields: EditedFields
  conflicts: PropertyConflict[]
}

/** Puts somebody's changes on top of what others have saved since. Tags never conflict: each comes or goes by itself. */
export function rebase(before: EditedFields, yours: EditedFields, theirs: EditedFields): Rebased {
  const changes = changesBetween(before, yours)
  const conflicts = changes
    .map(({ name, ...change }) => ({ name, before: change.before, yours: change.after, theirs: valueIn(theirs, name) }))
    .filter((conflict) => conflict.theirs !== conflict.before && conflict.theirs !== conflict.yours)
  const { added, removed } = tagChanges(before, yours)
  const tags = [...new Set([...theirs.tags, ...added])].filter((tag) => !removed.includes(tag)).sort()
  const start: EditedFields = { ...theirs, tags }
  return { fields: changes.reduce((fields, { name, after }) => withProperty(fields, name, after), start), conflicts }
}

/** The custom properties and the tags. */
export const editedProperties: EditedKind = {
  read: fieldsOf,
  async save({ id, updated_at }, before, after) {
    const steps = patchBetween(before, after)
    if (steps.length > 0) await patchImage(id, steps, updated_at)
  },
}
