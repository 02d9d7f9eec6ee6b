/** Every table, as Kysely sees it. Each domain's tables stand in a file of their own and are joined here. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the domains' tables
export interface Schema {}
