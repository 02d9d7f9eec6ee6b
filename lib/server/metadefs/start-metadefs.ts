import { isProblem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import type { Database } from '../db/database'
import type { Policy } from '../policy/policy'
import { loadDefinitions } from './definition-loading'
import { createMetadefRepository, type MetadefRepository } from './metadef-repository'
import { createMetadefService, type MetadefService } from './metadef-service'
import { ownDefinitions } from './own-definitions'

interface Parts {
  database: Database
  policy: Policy
  settings: Pick<Settings, 'DEFAULT'>
}

/** Starts the metadata definitions; a database that has none gets Vitrine's own. */
export async function startMetadefs({ database, policy, settings }: Parts): Promise<MetadefService> {
  const repository = createMetadefRepository(database)
  if (await repository.namespaces.isEmpty()) await fill(repository)
  return createMetadefService({ repository, policy, settings })
}

async function fill(repository: MetadefRepository): Promise<void> {
  try {
    await loadDefinitions(repository, ownDefinitions(), 'keep')
  } catch (error) {
    // Another process that starts at this moment was faster.
    if (!isProblem(error) || error.kind !== 'conflict') throw error
  }
}
