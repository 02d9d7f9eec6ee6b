import { nameFits } from '@/lib/client/image-name'
import type { Draft } from '@/lib/client/uploads/draft'
import { isObjectionable, verdictOf } from '@/lib/client/uploads/verdict'

type Misfit = 'objection' | 'name' | 'diskFormat' | 'minDisk'

/** What is missing or wrong in a form. */
export function misfitsOf(draft: Draft): Set<Misfit> {
  const { form, anyway } = draft
  const misfits = new Set<Misfit>()
  if (!anyway && isObjectionable(verdictOf(draft))) misfits.add('objection')
  if (!nameFits(form.name)) misfits.add('name')
  if (form.diskFormat === '') misfits.add('diskFormat')
  if (!Number.isInteger(form.minDisk) || form.minDisk < 0) misfits.add('minDisk')
  return misfits
}

/** Whether a file says something that the person should look at, and has not decided on. */
export function isToCheck(draft: Draft): boolean {
  const { level } = verdictOf(draft)
  return !draft.anyway && level !== 'ok' && level !== 'unmarked'
}
