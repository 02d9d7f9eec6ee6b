import { expect, it } from 'vitest'
import { ExplainInput } from '@/lib/contract/explanation'
import { explainInput } from './explain-input'

function asked(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return explainInput(form)
}

it('leaves out what is left empty', () =>
  expect(asked({ action: 'get_images', image_id: ' ', user: '', project: '', roles: ' , ' })).toEqual({ action: 'get_images' }))
it('asks as somebody else where one is named', () => {
  const question = asked({ action: 'delete_image', image_id: 'i1 ', user: 'alice', project: '', roles: 'reader, auditor' })
  expect(question).toEqual({ action: 'delete_image', image_id: 'i1', as: { user: 'alice', roles: ['reader', 'auditor'] } })
  expect(ExplainInput.parse(question)).toEqual(question)
})
