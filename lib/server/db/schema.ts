import type { IdentityTables } from '../identity/identity-tables'
import type { UploadTables } from '../uploads/upload-tables'
import type { AuditTables } from './audit-tables'
import type { CacheTables } from './cache-tables'
import type { GlanceTables } from './glance-tables'
import type { MetadefTables } from './metadef-tables'
import type { TaskTables } from './task-tables'
import type { UsageTables } from './usage-tables'

/** Every table, as Kysely sees it. Each domain's tables stand in a file of their own and are joined here. */
export interface Schema
  extends GlanceTables,
    MetadefTables,
    TaskTables,
    IdentityTables,
    UploadTables,
    CacheTables,
    AuditTables,
    UsageTables {}
