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
import * as r17 from './app/api/uploads/room/route'
import * as r18 from './app/api/usage/route'
import * as r19 from './app/api/usage/samples/route'
import * as r20 from './app/api/web-sso/route'
import * as r21 from './app/healthcheck/route'
import * as r22 from './app/identity/route'
import * as r23 from './app/identity/v3/route'
import * as r24 from './app/identity/v3/auth/catalog/route'
import * as r25 from './app/identity/v3/auth/domains/route'
import * as r26 from './app/identity/v3/auth/projects/route'
import * as r27 from './app/identity/v3/auth/system/route'
import * as r28 from './app/identity/v3/auth/tokens/route'
import * as r29 from './app/identity/v3/domains/route'
import * as r30 from './app/identity/v3/domains/[domainId]/route'
import * as r31 from './app/identity/v3/domains/[domainId]/users/[userId]/roles/route'
import * as r32 from './app/identity/v3/domains/[domainId]/users/[userId]/roles/[roleId]/route'
import * as r33 from './app/identity/v3/endpoints/route'
import * as r34 from './app/identity/v3/endpoints/[endpointId]/route'
import * as r35 from './app/identity/v3/projects/route'
import * as r36 from './app/identity/v3/projects/[projectId]/route'
import * as r37 from './app/identity/v3/projects/[projectId]/users/[userId]/roles/route'
import * as r38 from './app/identity/v3/projects/[projectId]/users/[userId]/roles/[roleId]/route'
import * as r39 from './app/identity/v3/regions/route'
import * as r40 from './app/identity/v3/regions/[regionId]/route'
import * as r41 from './app/identity/v3/role_assignments/route'
import * as r42 from './app/identity/v3/roles/route'
import * as r43 from './app/identity/v3/roles/[roleId]/route'
import * as r44 from './app/identity/v3/services/route'
import * as r45 from './app/identity/v3/services/[serviceId]/route'
import * as r46 from './app/identity/v3/users/route'
import * as r47 from './app/identity/v3/users/[userId]/route'
import * as r48 from './app/identity/v3/users/[userId]/application_credentials/route'
import * as r49 from './app/identity/v3/users/[userId]/application_credentials/[credentialId]/route'
import * as r50 from './app/identity/v3/users/[userId]/password/route'
import * as r51 from './app/identity/v3/users/[userId]/projects/route'
import * as r52 from './app/uploads/route'
import * as r53 from './app/uploads/[uploadId]/route'
import * as r54 from './app/v2/cache/route'
import * as r55 from './app/v2/cache/[imageId]/route'
import * as r56 from './app/v2/cache/clean/route'
import * as r57 from './app/v2/cache/nodes/[imageId]/route'
import * as r58 from './app/v2/cache/prune/route'
import * as r59 from './app/v2/cached_images/route'
import * as r60 from './app/v2/cached_images/[imageId]/route'
import * as r61 from './app/v2/images/route'
import * as r62 from './app/v2/images/[imageId]/route'
import * as r63 from './app/v2/images/[imageId]/actions/deactivate/route'
import * as r64 from './app/v2/images/[imageId]/actions/reactivate/route'
import * as r65 from './app/v2/images/[imageId]/file/route'
import * as r66 from './app/v2/images/[imageId]/import/route'
import * as r67 from './app/v2/images/[imageId]/locations/route'
import * as r68 from './app/v2/images/[imageId]/members/route'
import * as r69 from './app/v2/images/[imageId]/members/[memberId]/route'
import * as r70 from './app/v2/images/[imageId]/stage/route'
import * as r71 from './app/v2/images/[imageId]/tags/[tag]/route'
import * as r72 from './app/v2/images/[imageId]/tasks/route'
import * as r73 from './app/v2/info/import/route'
import * as r74 from './app/v2/info/stores/route'
import * as r75 from './app/v2/info/stores/detail/route'
import * as r76 from './app/v2/info/usage/route'
import * as r77 from './app/v2/metadefs/namespaces/route'
import * as r78 from './app/v2/metadefs/namespaces/[namespace]/route'
import * as r79 from './app/v2/metadefs/namespaces/[namespace]/objects/route'
import * as r80 from './app/v2/metadefs/namespaces/[namespace]/objects/[object]/route'
import * as r81 from './app/v2/metadefs/namespaces/[namespace]/properties/route'
import * as r82 from './app/v2/metadefs/namespaces/[namespace]/properties/[property]/route'
import * as r83 from './app/v2/metadefs/namespaces/[namespace]/resource_types/route'
import * as r84 from './app/v2/metadefs/namespaces/[namespace]/resource_types/[resourceType]/route'
import * as r85 from './app/v2/metadefs/namespaces/[namespace]/tags/route'
import * as r86 from './app/v2/metadefs/namespaces/[namespace]/tags/[tag]/route'
import * as r87 from './app/v2/metadefs/resource_types/route'
import * as r88 from './app/v2/queued_images/route'
import * as r89 from './app/v2/queued_images/[imageId]/route'
import * as r90 from './app/v2/schemas/[name]/route'
import * as r91 from './app/v2/schemas/metadefs/[name]/route'
import * as r92 from './app/v2/stores/[storeId]/[imageId]/route'
import * as r93 from './app/v2/tasks/route'
import * as r94 from './app/v2/tasks/[taskId]/route'
import * as r95 from './app/versions/route'
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
  '/api/uploads/room': r17,
  '/api/usage': r18,
  '/api/usage/samples': r19,
  '/api/web-sso': r20,
  '/healthcheck': r21,
  '/identity': r22,
  '/identity/v3': r23,
  '/identity/v3/auth/catalog': r24,
  '/identity/v3/auth/domains': r25,
  '/identity/v3/auth/projects': r26,
  '/identity/v3/auth/system': r27,
  '/identity/v3/auth/tokens': r28,
  '/identity/v3/domains': r29,
  '/identity/v3/domains/[domainId]': r30,
  '/identity/v3/domains/[domainId]/users/[userId]/roles': r31,
  '/identity/v3/domains/[domainId]/users/[userId]/roles/[roleId]': r32,
  '/identity/v3/endpoints': r33,
  '/identity/v3/endpoints/[endpointId]': r34,
  '/identity/v3/projects': r35,
  '/identity/v3/projects/[projectId]': r36,
  '/identity/v3/projects/[projectId]/users/[userId]/roles': r37,
  '/identity/v3/projects/[projectId]/users/[userId]/roles/[roleId]': r38,
  '/identity/v3/regions': r39,
  '/identity/v3/regions/[regionId]': r40,
  '/identity/v3/role_assignments': r41,
  '/identity/v3/roles': r42,
  '/identity/v3/roles/[roleId]': r43,
  '/identity/v3/services': r44,
  '/identity/v3/services/[serviceId]': r45,
  '/identity/v3/users': r46,
  '/identity/v3/users/[userId]': r47,
  '/identity/v3/users/[userId]/application_credentials': r48,
  '/identity/v3/users/[userId]/application_credentials/[credentialId]': r49,
  '/identity/v3/users/[userId]/password': r50,
  '/identity/v3/users/[userId]/projects': r51,
  '/uploads': r52,
  '/uploads/[uploadId]': r53,
  '/v2/cache': r54,
  '/v2/cache/[imageId]': r55,
  '/v2/cache/clean': r56,
  '/v2/cache/nodes/[imageId]': r57,
  '/v2/cache/prune': r58,
  '/v2/cached_images': r59,
  '/v2/cached_images/[imageId]': r60,
  '/v2/images': r61,
  '/v2/images/[imageId]': r62,
  '/v2/images/[imageId]/actions/deactivate': r63,
  '/v2/images/[imageId]/actions/reactivate': r64,
  '/v2/images/[imageId]/file': r65,
  '/v2/images/[imageId]/import': r66,
  '/v2/images/[imageId]/locations': r67,
  '/v2/images/[imageId]/members': r68,
  '/v2/images/[imageId]/members/[memberId]': r69,
  '/v2/images/[imageId]/stage': r70,
  '/v2/images/[imageId]/tags/[tag]': r71,
  '/v2/images/[imageId]/tasks': r72,
  '/v2/info/import': r73,
  '/v2/info/stores': r74,
  '/v2/info/stores/detail': r75,
  '/v2/info/usage': r76,
  '/v2/metadefs/namespaces': r77,
  '/v2/metadefs/namespaces/[namespace]': r78,
  '/v2/metadefs/namespaces/[namespace]/objects': r79,
  '/v2/metadefs/namespaces/[namespace]/objects/[object]': r80,
  '/v2/metadefs/namespaces/[namespace]/properties': r81,
  '/v2/metadefs/namespaces/[namespace]/properties/[property]': r82,
  '/v2/metadefs/namespaces/[namespace]/resource_types': r83,
  '/v2/metadefs/namespaces/[namespace]/resource_types/[resourceType]': r84,
  '/v2/metadefs/namespaces/[namespace]/tags': r85,
  '/v2/metadefs/namespaces/[namespace]/tags/[tag]': r86,
  '/v2/metadefs/resource_types': r87,
  '/v2/queued_images': r88,
  '/v2/queued_images/[imageId]': r89,
  '/v2/schemas/[name]': r90,
  '/v2/schemas/metadefs/[name]': r91,
  '/v2/stores/[storeId]/[imageId]': r92,
  '/v2/tasks': r93,
  '/v2/tasks/[taskId]': r94,
  '/versions': r95,
}

/** The first path segments that are the dashboard's. */
export const pageRoots: readonly string[] = ["_next","admin","api","diagnostics","docs","icon.svg","images","login","metadefs","shares","uploads"]
