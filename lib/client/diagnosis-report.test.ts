import { createTranslator } from 'use-intl/core'
import { expect, it } from 'vitest'
import type { CheckResult } from '@/lib/contract/diagnostics'
import { diagnosisReport } from './diagnosis-report'
import { createDiagnosisWords } from './diagnosis-words'
import messages from './messages/en.json'

const words = createDiagnosisWords(createTranslator({ locale: 'en', messages, namespace: 'diagnostics' }), 'en')
const fix = { text: 'Set the same password.', lines: ['[keystone_authtoken]', 'password = …'] }
const results: CheckResult[] = [
  { name: 'token', status: 'pass', summary: 'Accepted.', evidence: [{ label: 'token', value: 'sha256:1234' }], milliseconds: 12 },
  {
    name: 'serviceAccount',
    status: 'fail',
    summary: 'Refused.',
    evidence: [],
    cause: 'serviceUserPassword',
    fix,
    milliseconds: 3,
  },
]

it('has the verdict, the lines that mend it and every check', () => {
  const verdict = { cause: 'serviceUserPassword', who: 'operator', sentence: '', certainty: 'certain', fix } as const
  const about = { words, at: new Date('2026-11-23T04:30:00Z'), origin: 'http://here', requestId: 'req-1' }
  expect(diagnosisReport({ results, verdict }, about)).toBe(
    `Vitrine http://here, 2026-11-23T04:30:00.000Z
req-1

Your sign-in is fine. The image service can’t check sign-ins with Keystone: its user name or password is wrong, or its account is disabled or locked. Only the operator can fix this.
Set the same password.
    [keystone_authtoken]
    password = …

[Pass] Your token (token, 12 ms): Accepted.
    token: sha256:1234

[Fail] The service’s own account (serviceAccount, 3 ms): Refused.`,
  )
})
