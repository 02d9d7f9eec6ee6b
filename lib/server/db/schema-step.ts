import type { Migration } from 'kysely'
import type { DatabaseKind } from './database'

/** One step of the schema. Written for all three databases; the order is that of the names. */
export type SchemaStep = (kind: DatabaseKind) => Migration
