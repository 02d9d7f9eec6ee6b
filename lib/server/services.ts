import type { Logger } from 'pino'
import type { AuditService } from './audit/audit-service'
import type { KeystoneHttp } from './auth/keystone-http'
import type { ServiceAccountStatus } from './auth/service-account'
import type { TokenVerifier } from './auth/token-verifier'
import type { CacheService } from './cache/cache-service'
import type { Config } from './config'
import type { Diagnostics } from './diagnostics/diagnostics'
import type { ExplanationService } from './explanations/explanation-service'
import type { EmbeddedIdentity } from './identity/identity'
import type { ImageLocationService } from './images/image-location-service'
import type { ImageService } from './images/image-service'
import type { ImportService } from './imports/import-service'
import type { MemberService } from './members/member-service'
import type { MetadefService } from './metadefs/metadef-service'
import type { ServiceOverview } from './overview/service-overview'
import type { Policy } from './policy/policy'
import type { PolicyMatrix } from './policy/policy-matrix'
import type { Quotas } from './quota/quota-service'
import type { UsageService } from './quota/usage-service'
import type { RefusalService } from './refusals/refusal-service'
import type { ImageData } from './stores/image-data'
import type { StoreOverview } from './stores/store-overview'
import type { StoreRegistry } from './stores/store-registry'
import type { TaskService } from './tasks/task-service'
import type { Uploads } from './uploads/start-uploads'

/** Everything a route may call. Each domain adds its service here and makes it in `start-services.ts`. */
export interface Services {
  config: Config
  log: Logger
  /** Keystone's public address, as a 401 names it. */
  identityUri: string
  /** Keystone's address as this process reaches it. */
  keystoneUrl: string
  /** Asks Keystone on behalf of people who sign in, over TLS as `[keystone_authtoken]` says. */
  keystoneHttp: KeystoneHttp
  tokens: TokenVerifier
  /** How this service's own log-in at Keystone, and its questions there, went last. */
  serviceAccount(): ServiceAccountStatus
  /** The embedded identity; null where `[keystone_authtoken] auth_url` names a Keystone. */
  identity: EmbeddedIdentity | null
  /** Who may do what. */
  policy: Policy
  /** Which role may do what. */
  policyMatrix: PolicyMatrix
  /** Why something is refused. */
  diagnostics: Diagnostics
  /** Why somebody may or may not do something. */
  explanations: ExplanationService
  /** The last requests that were refused. */
  refusals: RefusalService
  /** Who changed what. */
  audit: AuditService
  /** What the service is made of and needs, and how that is. */
  overview: ServiceOverview
  /** How much a project may have. */
  quotas: Quotas
  /** What projects use, now and before. */
  usage: UsageService
  images: ImageService
  /** With whom images are shared. */
  members: MemberService
  /** Bytes that other services have put into place. */
  locations: ImageLocationService
  /** Copies of remote stores' images on this machine. */
  cache: CacheService
  /** Where bytes can be kept. */
  stores: StoreRegistry
  /** Their state, their room and what they hold. */
  storeOverview: StoreOverview
  /** Which properties there are for images, and what they mean. */
  metadefs: MetadefService
  /** Data that come from elsewhere, or wait before they become an image's. */
  imports: ImportService
  /** Work that goes on after its request. */
  tasks: TaskService
  /** The bytes of images. */
  data: ImageData
  /** Uploads that may be interrupted and go on later. */
  uploads: Uploads
}

declare global {
  var vitrineServices: Services | undefined
}

/** The running services. On `globalThis`, because Next may load this module a second time in the same process. */
export const services: Services = new Proxy({} as Services, {
  get(_, name: keyof Services) {
    if (!globalThis.vitrineServices) throw new Error('The services have not been started')
    return globalThis.vitrineServices[name]
  },
})
