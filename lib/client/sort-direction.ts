import { parseAsStringLiteral } from 'nuqs/server'

/** The direction of a sorted list as an address says it. */
export const sortDirection = parseAsStringLiteral(['asc', 'desc'] as const)
