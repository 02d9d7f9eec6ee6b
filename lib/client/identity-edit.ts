import { changeThing, type IdentityThing, readThing, type ThingKind } from './identity'

/** What can be edited of a user, project or domain; an email is a user's alone. */
export const thingFields = ['name', 'email', 'description'] as const
export type ThingField = (typeof thingFields)[number]
export type ThingTexts = Record<ThingField, string>

/** How long each may be, as the server counts; a description is longer than anybody writes. */
const longest: Record<ThingField, number> = { name: 255, email: 255, description: 65_535 }

export function textsOf({ name, email, description }: IdentityThing): ThingTexts {
  return { name, email: email ?? '', description: description ?? '' }
}

/** What is wrong with a text; null where nothing is. */
export function misfitOf(
  field: ThingField,
  text: string,
): { kind: 'missing' } | { kind: 'tooLong'; most: number; count: number } | null {
  const { length } = sent(field, text)
  if (field === 'name' && length === 0) return { kind: 'missing' }
  return length > longest[field] ? { kind: 'tooLong', most: longest[field], count: length } : null
}

/** The texts that differ from what was there, as they are sent. */
export function changedTexts(before: ThingTexts, after: ThingTexts): Partial<ThingTexts> {
  const changed = thingFields.filter((field) => sent(field, after[field]) !== before[field])
  return Object.fromEntries(changed.map((field) => [field, sent(field, after[field])]))
}

// The server does the same to names.
const sent = (field: ThingField, text: string) => (field === 'name' ? text.trim() : text)

/** What somebody else has made of what was to be changed; null where it could be saved. */
export type Meanwhile = { now: ThingTexts; fields: ThingField[] }

/** The fields that were changed here and, to something else, meanwhile elsewhere. */
export function meanwhileIn(before: ThingTexts, now: ThingTexts, after: Partial<ThingTexts>): ThingField[] {
  return thingFields.filter((field) => after[field] !== undefined && now[field] !== before[field] && now[field] !== after[field])
}

/**
 * Sends what differs from `before`, which is what the person has seen; null when that is done. Where somebody else has changed the
 * same meanwhile nothing is sent. The identity API has no condition for a change, so that a moment remains in which both can be.
 */
export async function editThing(
  kind: ThingKind,
  id: string,
  texts: { before: ThingTexts; after: ThingTexts },
): Promise<Meanwhile | null> {
  const changes = changedTexts(texts.before, texts.after)
  const now = textsOf(await readThing(kind, id))
  const fields = meanwhileIn(texts.before, now, changes)
  if (fields.length > 0) return { now, fields }
  await changeThing(kind, id, changes)
  return null
}
