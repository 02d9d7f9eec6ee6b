import { createAuditRepository } from './audit/audit-repository'
import { startAudit } from './audit/audit-service'
import { startTokens } from './auth/start-tokens'
import { createCacheService } from './cache/cache-service'
import { startCache } from './cache/start-cache'
import type { Config } from './config'
import { assertReachable, openDatabase } from './db/database'
import { migrate } from './db/migrate'
import { createDiagnostics } from './diagnostics/diagnostics'
import { createDirectory } from './explanations/directory'
import { createExplanationService } from './explanations/explanation-service'
import { startIdentity } from './identity/identity'
import { createImageService } from './images/create-image-service'
import { createImageImportRepository } from './images/image-import-repository'
import { createImageImportService } from './images/image-import-service'
import { createImageLocationService } from './images/image-location-service'
import { createImageRepository } from './images/image-repository'
import { createStagingArea, stagingFolder, workFolder } from './imports/staging-area'
import { startImports } from './imports/start-imports'
import { createWebConnector } from './imports/web-connector'
import { createMemberRepository } from './members/member-repository'
import { createMemberService } from './members/member-service'
import { startMetadefs } from './metadefs/start-metadefs'
import { openLog } from './open-log'
import { createServiceOverview } from './overview/service-overview'
import { createServiceStateRepository } from './overview/service-state-repository'
import { createPeerNodes } from './peer-nodes'
import { createPropertyProtections } from './policy/property-protections'
import { followPolicyFiles, openPolicy } from './policy/start-policy'
import { createQuotas } from './quota/create-quotas'
import { startUsage } from './quota/start-usage'
import { recover } from './recovery'
import { createRefusalService } from './refusals/refusal-service'
import type { Services } from './services'
import { createSharedCount } from './shared-count'
import { openStores } from './stores/open-stores'
import { startStores } from './stores/start-stores'
import { createStoreOverview } from './stores/store-overview'
import { createStoreUseRepository } from './stores/store-use-repository'
import { createTaskRepository } from './tasks/task-repository'
import { createTaskService } from './tasks/task-service'
import { startUploads } from './uploads/start-uploads'

/** The address that this process answers on, as its own clients reach it. Known once the server listens. */
export type OwnAddress = () => string

export interface StartedServices {
  services: Services
  stop(): Promise<void>
}

/** Makes every service from the configuration and publishes them to the routes. */
export async function startServices(config: Config, ownAddress: OwnAddress): Promise<StartedServices> {
  const log = openLog(config.DEFAULT)
  for (const warning of config.warnings) log.warn(warning)
  const database = openDatabase(config.database.connection, config.database.max_pool_size)
  await assertReachable(database)
  await migrate(database)
  const authtoken = config.keystone_authtoken
  const keystoneUrl = () => authtoken.auth_url || `${ownAddress()}/identity`
  // A token that the embedded identity takes back must not live on in what the verifier remembers.
  const onRevoked = (token?: string) => void tokens.forget(token)
  const embedded = authtoken.auth_url ? null : await startIdentity({ config, database, onRevoked })
  const checking = startTokens({ settings: authtoken, log, keystoneUrl, embedded: embedded?.serviceUser })
  const { tokens } = checking
  const stores = startStores(config, openStores(config, createWebConnector(config.import_filtering_opts)))
  const { policy, matrix: policyMatrix } = openPolicy(config, log)
  const quotas = createQuotas(database, config)
  const storeUses = createSharedCount(createStoreUseRepository(database).uses)
  const usage = startUsage({ database, config, policy, log })
  const staging = createStagingArea(stagingFolder(config), stores.slots, workFolder(config))
  const repository = createImageRepository(database)
  const peers = createPeerNodes(config.DEFAULT)
  const protections = createPropertyProtections(config.DEFAULT, policy)
  const images = createImageService({
    repository,
    staged: staging,
    peers,
    policy,
    protections,
    quotas,
    data: stores.data,
    stores: stores.registry,
    settings: config,
    log,
  })
  const uploads = startUploads({
    ...stores,
    db: database.db,
    images,
    quotas,
    log,
    expirySeconds: config.vitrine.upload_expiry,
    sizeCap: config.DEFAULT.image_size_cap,
  })
  const tasks = createTaskService({ repository: createTaskRepository(database), policy, settings: config, log })
  const locks = createImageImportRepository(database)
  const imports = startImports({
    ...{ config, access: images, policy, quotas, registry: stores.registry, data: stores.data, staging, tasks, keystoneUrl, log },
    peers,
    images: createImageImportService({ repository, locks, stores: stores.registry }),
  })
  const disk = await startCache({ config, database, log, findImage: repository.find, stores: stores.registry, data: stores.data })
  const cache = createCacheService({ disk, policy, images })
  const members = createMemberService({
    images,
    repository: createMemberRepository(database),
    policy,
    quota: config.DEFAULT.image_member_quota,
  })
  const metadefs = await startMetadefs({ database, policy, settings: config })
  const audit = startAudit({ repository: createAuditRepository(database), policy, log, settings: config.vitrine })
  const services: Services = {
    config,
    log,
    get identityUri() {
      return authtoken.www_authenticate_uri || keystoneUrl()
    },
    get keystoneUrl() {
      return keystoneUrl()
    },
    keystoneHttp: checking.http,
    tokens,
    serviceAccount: checking.serviceAccount,
    identity: embedded?.identity ?? null,
    policy,
    diagnostics: createDiagnostics({ config, policy, keystoneUrl, ownAddress, serviceAccount: checking.serviceAccount }),
    explanations: createExplanationService({
      ...{ policy, images, members, quotas, protections, namespaces: metadefs.namespaces },
      directory: createDirectory(checking.http, keystoneUrl),
      cached: config.DEFAULT.image_cache_dir !== '',
      severalStores: stores.registry.multi,
    }),
    refusals: createRefusalService(policy),
    audit,
    policyMatrix,
    overview: createServiceOverview({
      ...{ config, policy, disk, keystoneUrl, repository: createServiceStateRepository(database), stores: stores.registry },
      ...{ http: checking.http, serviceAccount: checking.serviceAccount, embedded: embedded !== null },
    }),
    quotas,
    usage: usage.service,
    images,
    members,
    metadefs,
    imports,
    tasks,
    locations: createImageLocationService({
      ...{ repository, locks, policy, quotas, tasks, log, settings: config },
      ...{ findVisible: images.findVisible, stores: stores.registry, data: stores.data },
    }),
    cache,
    data: stores.data,
    stores: stores.registry,
    storeOverview: createStoreOverview({ registry: stores.registry, uses: storeUses, policy }),
    uploads,
  }
  await imports.recover()
  // Whoever asks first waits for the first count: where there is much to count nobody shall.
  const counted = storeUses.now().catch((err) => log.error({ err }, 'what stores hold could not be counted'))
  await recover({ images, uploads, stores: stores.registry, log })
  const unfollow = followPolicyFiles(policy)
  globalThis.vitrineServices = services
  return {
    services,
    async stop() {
      unfollow()
      await tasks.stop()
      await cache.stop()
      await uploads.stop()
      await stores.stop()
      await usage.stop()
      await counted
      await audit.stop()
      await database.db.destroy()
      checking.stop()
      globalThis.vitrineServices = undefined
    },
  }
}
