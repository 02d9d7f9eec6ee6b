import type { ExplainInput } from '@/lib/contract/explanation'

/** The question that the fields of a form make; what is left empty is left out. */
export function explainInput(fields: FormData): ExplainInput {
  const text = (name: string) => String(fields.get(name) ?? '').trim()
  const given = (name: string, value = text(name)) => (value === '' ? {} : { [name]: value })
  const roles = text('roles')
    .split(/[\s,]+/)
    .filter(Boolean)
  const as = { ...given('user'), ...given('project'), ...(roles.length > 0 && { roles }) }
  return { action: text('action'), ...given('image_id'), ...(Object.keys(as).length > 0 && { as }) }
}
