// Made by scripts/routes.mjs from the tree under app/. Do not edit.
import * as r0 from './app/route'
import * as r1 from './app/api/audit/route'
import * as r2 from './app/api/client-settings/route'
import * as r3 from './app/api/diagnostics/route'
import * as r4 from './app/api/explain/route'
import * as r5 from './app/api/openapi.json/route'
import * as r6 from './app/api/policy/route'
import * as r7 from './app/api/policy/decision/route'
import * as r8 from './app/api/projects/route'
import * as r9 from './app/api/projects/all/route'
import * as r10 from './app/api/refusals/route'
import * as r11 from './app/api/services/route'
import * as r12 from './app/api/shares/route'
import * as r13 from './app/api/shares/images/route'
import * as r14 from './app/api/stores/route'
import * as r15 from './app/api/uploads/route'
import * as r16 from './app/api/uploads/[uploadId]/route'
import * as r17 from './app/api/usage/route'
import * as r18 from './app/api/usage/samples/route'
import * as r19 from './app/api/web-sso/route'
import * as r20 from './app/healthcheck/route'
import * as r21 from './app/identity/route'
import * as r22 from './app/identity/v3/route'
import * as r23 from './app/identity/v3/auth/catalog/route'
import * as r24 from './app/identity/v3/auth/domains/route'
import * as r25 from './app/identity/v3/auth/projects/route'
import * as r26 from './app/identity/v3/auth/system/route'
import * as r27 from './app/identity/v3/auth/tokens/route'
import * as r28 from './app/identity/v3/domains/route'
import * as r29 from './app/identity/v3/domains/[domainId]/route'
import * as r30 from './app/identity/v3/domains/[domainId]/users/[userId]/roles/route'
import * as r31 from './app/identity/v3/domains/[domainId]/users/[userId]/roles/[roleId]/route'
import * as r32 from './app/identity/v3/endpoints/route'
import * as r33 from './app/identity/v3/endpoints/[endpointId]/route'
import * as r34 from './app/identity/v3/projects/route'
import * as r35 from './app/identity/v3/projects/[projectId]/route'
import * as r36 from './app/identity/v3/projects/[projectId]/users/[userId]/roles/route'
import * as r37 from './app/identity/v3/projects/[projectId]/users/[userId]/roles/[roleId]/route'
import * as r38 from './app/identity/v3/regions/route'
import * as r39 from './app/identity/v3/regions/[regionId]/route'
import * as r40 from './app/identity/v3/role_assignments/route'
import * as r41 from './app/identity/v3/roles/route'
import * as r42 from './app/identity/v3/roles/[roleId]/route'
import * as r43 from './app/identity/v3/services/route'
import * as r44 from './app/identity/v3/services/[serviceId]/route'
import * as r45 from './app/identity/v3/users/route'
import * as r46 from './app/identity/v3/users/[userId]/route'
import * as r47 from './app/identity/v3/users/[userId]/application_credentials/route'
import * as r48 from './app/identity/v3/users/[userId]/application_credentials/[credentialId]/route'
import * as r49 from './app/identity/v3/users/[userId]/password/route'
import * as r50 from './app/identity/v3/users/[userId]/projects/route'
import * as r51 from './app/uploads/route'
import * as r52 from './app/uploads/[uploadId]/route'
import * as r53 from './app/v2/cache/route'
import * as r54 from './app/v2/cache/[imageId]/route'
import * as r55 from './app/v2/cache/clean/route'
import * as r56 from './app/v2/cache/nodes/[imageId]/route'
import * as r57 from './app/v2/cache/prune/route'
import * as r58 from './app/v2/cached_images/route'
import * as r59 from './app/v2/cached_images/[imageId]/route'
import * as r60 from './app/v2/images/route'
import * as r61 from './app/v2/images/[imageId]/route'
import * as r62 from './app/v2/images/[imageId]/actions/deactivate/route'
import * as r63 from './app/v2/images/[imageId]/actions/reactivate/route'
import * as r64 from './app/v2/images/[imageId]/file/route'
import * as r65 from './app/v2/images/[imageId]/import/route'
import * as r66 from './app/v2/images/[imageId]/locations/route'
import * as r67 from './app/v2/images/[imageId]/members/route'
import * as r68 from './app/v2/images/[imageId]/members/[memberId]/route'
import * as r69 from './app/v2/images/[imageId]/stage/route'
import * as r70 from './app/v2/images/[imageId]/tags/[tag]/route'
import * as r71 from './app/v2/images/[imageId]/tasks/route'
import * as r72 from './app/v2/info/import/route'
import * as r73 from './app/v2/info/stores/route'
import * as r74 from './app/v2/info/stores/detail/route'
import * as r75 from './app/v2/info/usage/route'
import * as r76 from './app/v2/metadefs/namespaces/route'
import * as r77 from './app/v2/metadefs/namespaces/[namespace]/route'
import * as r78 from './app/v2/metadefs/namespaces/[namespace]/objects/route'
import * as r79 from './app/v2/metadefs/namespaces/[namespace]/objects/[object]/route'
import * as r80 from './app/v2/metadefs/namespaces/[namespace]/properties/route'
import * as r81 from './app/v2/metadefs/namespaces/[namespace]/properties/[property]/route'
import * as r82 from './app/v2/metadefs/namespaces/[namespace]/resource_types/route'
import * as r83 from './app/v2/metadefs/namespaces/[namespace]/resource_types/[resourceType]/route'
import * as r84 from './app/v2/metadefs/namespaces/[namespace]/tags/route'
import * as r85 from './app/v2/metadefs/namespaces/[namespace]/tags/[tag]/route'
import * as r86 from './app/v2/metadefs/resource_types/route'
import * as r87 from './app/v2/queued_images/route'
import * as r88 from './app/v2/queued_images/[imageId]/route'
import * as r89 from './app/v2/schemas/[name]/route'
import * as r90 from './app/v2/schemas/metadefs/[name]/route'
import * as r91 from './app/v2/stores/[storeId]/[imageId]/route'
import * as r92 from './app/v2/tasks/route'
import * as r93 from './app/v2/tasks/[taskId]/route'
import * as r94 from './app/versions/route'
import type { RouteTable } from './lib/server/http/router'

export const routes: RouteTable = {
  '/': r0,
  '/api/audit': r1,
  '/api/client-settings': r2,
  '/api/diagnostics': r3,
  '/api/explain': r4,
  '/api/openapi.json': r5,
  '/api/policy': r6,
  '/api/policy/decision': r7,
  '/api/projects': r8,
  '/api/projects/all': r9,
  '/api/refusals': r10,
  '/api/services': r11,
  '/api/shares': r12,
  '/api/shares/images': r13,
  '/api/stores': r14,
  '/api/uploads': r15,
  '/api/uploads/[uploadId]': r16,
  '/api/usage': r17,
  '/api/usage/samples': r18,
  '/api/web-sso': r19,
  '/healthcheck': r20,
  '/identity': r21,
  '/identity/v3': r22,
  '/identity/v3/auth/catalog': r23,
  '/identity/v3/auth/domains': r24,
  '/identity/v3/auth/projects': r25,
  '/identity/v3/auth/system': r26,
  '/identity/v3/auth/tokens': r27,
  '/identity/v3/domains': r28,
  '/identity/v3/domains/[domainId]': r29,
  '/identity/v3/domains/[domainId]/users/[userId]/roles': r30,
  '/identity/v3/domains/[domainId]/users/[userId]/roles/[roleId]': r31,
  '/identity/v3/endpoints': r32,
  '/identity/v3/endpoints/[endpointId]': r33,
  '/identity/v3/projects': r34,
  '/identity/v3/projects/[projectId]': r35,
  '/identity/v3/projects/[projectId]/users/[userId]/roles': r36,
  '/identity/v3/projects/[projectId]/users/[userId]/roles/[roleId]': r37,
  '/identity/v3/regions': r38,
  '/identity/v3/regions/[regionId]': r39,
  '/identity/v3/role_assignments': r40,
  '/identity/v3/roles': r41,
  '/identity/v3/roles/[roleId]': r42,
  '/identity/v3/services': r43,
  '/identity/v3/services/[serviceId]': r44,
  '/identity/v3/users': r45,
  '/identity/v3/users/[userId]': r46,
  '/identity/v3/users/[userId]/application_credentials': r47,
  '/identity/v3/users/[userId]/application_credentials/[credentialId]': r48,
  '/identity/v3/users/[userId]/password': r49,
  '/identity/v3/users/[userId]/projects': r50,
  '/uploads': r51,
  '/uploads/[uploadId]': r52,
  '/v2/cache': r53,
  '/v2/cache/[imageId]': r54,
  '/v2/cache/clean': r55,
  '/v2/cache/nodes/[imageId]': r56,
  '/v2/cache/prune': r57,
  '/v2/cached_images': r58,
  '/v2/cached_images/[imageId]': r59,
  '/v2/images': r60,
  '/v2/images/[imageId]': r61,
  '/v2/images/[imageId]/actions/deactivate': r62,
  '/v2/images/[imageId]/actions/reactivate': r63,
  '/v2/images/[imageId]/file': r64,
  '/v2/images/[imageId]/import': r65,
  '/v2/images/[imageId]/locations': r66,
  '/v2/images/[imageId]/members': r67,
  '/v2/images/[imageId]/members/[memberId]': r68,
  '/v2/images/[imageId]/stage': r69,
  '/v2/images/[imageId]/tags/[tag]': r70,
  '/v2/images/[imageId]/tasks': r71,
  '/v2/info/import': r72,
  '/v2/info/stores': r73,
  '/v2/info/stores/detail': r74,
  '/v2/info/usage': r75,
  '/v2/metadefs/namespaces': r76,
  '/v2/metadefs/namespaces/[namespace]': r77,
  '/v2/metadefs/namespaces/[namespace]/objects': r78,
  '/v2/metadefs/namespaces/[namespace]/objects/[object]': r79,
  '/v2/metadefs/namespaces/[namespace]/properties': r80,
  '/v2/metadefs/namespaces/[namespace]/properties/[property]': r81,
  '/v2/metadefs/namespaces/[namespace]/resource_types': r82,
  '/v2/metadefs/namespaces/[namespace]/resource_types/[resourceType]': r83,
  '/v2/metadefs/namespaces/[namespace]/tags': r84,
  '/v2/metadefs/namespaces/[namespace]/tags/[tag]': r85,
  '/v2/metadefs/resource_types': r86,
  '/v2/queued_images': r87,
  '/v2/queued_images/[imageId]': r88,
  '/v2/schemas/[name]': r89,
  '/v2/schemas/metadefs/[name]': r90,
  '/v2/stores/[storeId]/[imageId]': r91,
  '/v2/tasks': r92,
  '/v2/tasks/[taskId]': r93,
  '/versions': r94,
}

/** The first path segments that are the dashboard's. */
export const pageRoots: readonly string[] = ["_next","admin","api","diagnostics","docs","icon.svg","images","login","metadefs","shares","uploads"]
