import { operations } from '@/lib/contract/operations'

const rules = operations.map(({ method, path, rule }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/\[[^\]]+\]/g, '[^/]+')}$`),
  rule,
}))

/** The policy that a request is about by its method and path; null where none is. */
export function actionOf(method: string, path: string): string | null {
  if (path.startsWith('/uploads')) return 'upload_image'
  return rules.find((row) => row.method === method && row.pattern.test(path))?.rule ?? null
}
