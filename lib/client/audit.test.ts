import { createLoader } from 'nuqs/server'
import { expect, it } from 'vitest'
import { auditPath, auditSearch } from './audit'

const search = createLoader(auditSearch)
const asked = (query: string) => Object.fromEntries(new URL(auditPath(search(query)), 'http://here').searchParams)

it('asks for nothing but a page where nothing is chosen', () => expect(asked('')).toEqual({ limit: '50' }))
it('asks for each choice', () => {
  expect(asked('?resource=i&user=ada&project=demo&request=req-1&outcome=4xx&operation=POST /v2/images&after=9,5')).toEqual({
    ...{ resource_id: 'i', user: 'ada', project: 'demo', request_id: 'req-1', status: '4xx' },
    ...{ operation: 'POST /v2/images', limit: '50', marker: '5' },
  })
})
it('asks for the oldest first where those are wanted', () => expect(asked('?dir=asc')).toEqual({ limit: '50', sort_dir: 'asc' }))
it('takes days from their beginning to their end', () => {
  const { since = '', until = '' } = asked('?since=2026-11-23&until=2026-11-23')
  expect(Date.parse(until) - Date.parse(since)).toBe(24 * 3600 * 1000)
  expect(asked('?since=yesterday')).toEqual({ limit: '50' })
})
