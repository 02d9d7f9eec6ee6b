import type { Check } from './rule-checks'

const ofToken = new Set([
  ...['user_id', 'user', 'user_domain_id', 'project_id', 'tenant', 'project_domain_id', 'domain_id'],
  ...['system_scope', 'is_admin', 'roles', 'service_roles', 'token'],
])

const ofTarget = new Set([
  ...['owner', 'project_id', 'tenant', 'member_id', 'image_id', 'name', 'status', 'visibility', 'size', 'checksum'],
  ...['protected', 'os_hidden', 'disk_format', 'container_format', 'min_disk', 'min_ram', 'virtual_size'],
])

/** What a rule asks that neither a token nor a target ever has, in words; such a clause never holds. */
export function unknownNames(check: Check): string[] {
  if (check.kind === 'not') return unknownNames(check.check)
  if ('checks' in check) return [...new Set(check.checks.flatMap(unknownNames))]
  if (!('wanted' in check)) return []
  const [attribute] = check.kind === 'attribute' ? check.path : []
  const strange = attribute === undefined || ofToken.has(attribute) ? [] : [`${attribute}, which no token has`]
  const fields = check.wanted.filter((part, index) => index % 2 === 1 && !ofTarget.has(part))
  return [...strange, ...fields.map((field) => `%(${field})s, which nothing has that policies are asked about`)]
}
