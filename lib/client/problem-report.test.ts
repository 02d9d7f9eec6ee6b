import { expect, it } from 'vitest'
import { problemFrom } from './api'
import { problemReport } from './problem-report'

const about = {
  title: 'The server has failed',
  at: new Date('2026-11-23T10:00:00Z'),
  address: 'https://cloud/images/1?name=mine',
}

it('says what failed, where, when and by which request, and not what somebody searched for', () => {
  const problem = problemFrom(500, '{"message":"It broke"}', 'req-1')
  expect(problemReport(problem, about)).toBe(
    [
      'Vitrine https://cloud, 2026-11-23T10:00:00.000Z',
      'page: /images/1',
      'The server has failed',
      'HTTP 500: It broke',
      'request id: req-1',
    ].join('\n'),
  )
})

it('names no request that has no id', () => {
  expect(problemReport(problemFrom(502, 'Bad gateway', null), about)).not.toContain('request id')
})
