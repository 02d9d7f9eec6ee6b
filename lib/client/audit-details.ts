/** What the audit log tells of a change. */
const detailNames = [
  'role',
  'user',
  'project',
  'domain',
  'memberId',
  'status',
  'tag',
  'property',
  'object',
  'resourceType',
  'storeId',
  'credentialId',
  'enabled',
  'owner',
  'visibility',
  'protected',
  'os_hidden',
  'changed',
] as const
export type DetailName = (typeof detailNames)[number]

/** The `name value` pairs of an entry's summary; null where it says something else. */
export function auditDetails(summary: string): [DetailName, string][] | null {
  const details = summary.split(', ').map((pair): [DetailName, string] | null => {
    const name = detailNames.find((known) => pair.startsWith(`${known} `))
    return name ? [name, pair.slice(name.length + 1)] : null
  })
  return details.every((detail) => detail !== null) ? details : null
}

/** The action whose policy refused, where the server's sentence names one. */
export function refusingAction(summary: string): string | null {
  return /^The policy (\S+) does not allow /.exec(summary)?.[1] ?? null
}
