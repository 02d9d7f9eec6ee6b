import { type MigrationProvider, Migrator } from 'kysely'
import type { Database } from './database'
import { glanceStep } from './migrations/0001-glance'
import { identityStep } from './migrations/0002-identity'
import { uploadsStep } from './migrations/0003-uploads'
import { listIndexesStep } from './migrations/0004-list-indexes'
import { cacheStep } from './migrations/0005-cache'
import { filterIndexesStep } from './migrations/0006-filter-indexes'
import { auditStep } from './migrations/0007-audit'
import { usageSamplesStep } from './migrations/0008-usage-samples'
import { changedIndexesStep } from './migrations/0009-changed-indexes'
import type { SchemaStep } from './schema-step'

const steps: Record<string, SchemaStep> = {
  '0001-glance': glanceStep,
  '0002-identity': identityStep,
  '0003-uploads': uploadsStep,
  '0004-list-indexes': listIndexesStep,
  '0005-cache': cacheStep,
  '0006-filter-indexes': filterIndexesStep,
  '0007-audit': auditStep,
  '0008-usage-samples': usageSamplesStep,
  '0009-changed-indexes': changedIndexesStep,
}

/** Brings the database to the newest schema; safe to call at every start. */
export async function migrate({ db, kind }: Database): Promise<void> {
  const provider: MigrationProvider = {
    getMigrations: async () => Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step(kind)])),
  }
  const migrator = new Migrator({
    db,
    provider,
    migrationTableName: 'vitrine_migration',
    migrationLockTableName: 'vitrine_migration_lock',
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
