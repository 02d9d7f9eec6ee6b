import { expect, it } from 'vitest'
import { operations } from '@/lib/contract/operations'
import { methods } from '@/lib/server/http/router'
import { defaultRules } from '@/lib/server/policy/default-rules'
import { routes } from '@/routes.generated'

/** What the dashboard's own pages ask, and the document that is made from the table. */
const notForOthers = /^\/api\/(openapi\.json|projects|uploads|web-sso)/

it('the table of operations and the trees under app/v2 and app/api are equal', () => {
  const served = Object.entries(routes)
    .filter(([path]) => /^\/(v2|api)\//.test(path) && !notForOthers.test(path))
    .flatMap(([path, module]) => methods.filter((method) => method in module).map((method) => `${method} ${path}`))
  expect(served.toSorted()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).toSorted())
})

it('every policy of the table has a default rule', () => {
  for (const { rule } of operations) if (rule !== null) expect(defaultRules).toHaveProperty(rule)
})
