// Made by scripts/routes.mjs from the tree under app/. Do not edit.
import * as r0 from './app/route'
import * as r1 from './app/api/projects/route'
import * as r2 from './app/api/uploads/route'
import * as r3 from './app/api/uploads/[uploadId]/route'
import * as r4 from './app/healthcheck/route'
import * as r5 from './app/identity/route'
import * as r6 from './app/identity/v3/route'
import * as r7 from './app/identity/v3/auth/catalog/route'
import * as r8 from './app/identity/v3/auth/domains/route'
import * as r9 from './app/identity/v3/auth/projects/route'
import * as r10 from './app/identity/v3/auth/system/route'
import * as r11 from './app/identity/v3/auth/tokens/route'
import * as r12 from './app/identity/v3/domains/route'
import * as r13 from './app/identity/v3/domains/[domainId]/route'
import * as r14 from './app/identity/v3/domains/[domainId]/users/[userId]/roles/route'
import * as r15 from './app/identity/v3/domains/[domainId]/users/[userId]/roles/[roleId]/route'
import * as r16 from './app/identity/v3/endpoints/route'
import * as r17 from './app/identity/v3/endpoints/[endpointId]/route'
import * as r18 from './app/identity/v3/projects/route'
import * as r19 from './app/identity/v3/projects/[projectId]/route'
import * as r20 from './app/identity/v3/projects/[projectId]/users/[userId]/roles/route'
import * as r21 from './app/identity/v3/projects/[projectId]/users/[userId]/roles/[roleId]/route'
import * as r22 from './app/identity/v3/regions/route'
import * as r23 from './app/identity/v3/regions/[regionId]/route'
import * as r24 from './app/identity/v3/role_assignments/route'
import * as r25 from './app/identity/v3/roles/route'
import * as r26 from './app/identity/v3/roles/[roleId]/route'
import * as r27 from './app/identity/v3/services/route'
import * as r28 from './app/identity/v3/services/[serviceId]/route'
import * as r29 from './app/identity/v3/users/route'
import * as r30 from './app/identity/v3/users/[userId]/route'
import * as r31 from './app/identity/v3/users/[userId]/application_credentials/route'
import * as r32 from './app/identity/v3/users/[userId]/application_credentials/[credentialId]/route'
import * as r33 from './app/identity/v3/users/[userId]/password/route'
import * as r34 from './app/identity/v3/users/[userId]/projects/route'
import * as r35 from './app/uploads/route'
import * as r36 from './app/uploads/[uploadId]/route'
import * as r37 from './app/v2/images/route'
import * as r38 from './app/v2/images/[imageId]/route'
import * as r39 from './app/v2/images/[imageId]/actions/deactivate/route'
import * as r40 from './app/v2/images/[imageId]/actions/reactivate/route'
import * as r41 from './app/v2/images/[imageId]/file/route'
import * as r42 from './app/v2/images/[imageId]/members/route'
import * as r43 from './app/v2/images/[imageId]/members/[memberId]/route'
import * as r44 from './app/v2/images/[imageId]/tags/[tag]/route'
import * as r45 from './app/v2/schemas/[name]/route'
import * as r46 from './app/versions/route'
import type { RouteTable } from './lib/server/http/router'

export const routes: RouteTable = {
  '/': r0,
  '/api/projects': r1,
  '/api/uploads': r2,
  '/api/uploads/[uploadId]': r3,
  '/healthcheck': r4,
  '/identity': r5,
  '/identity/v3': r6,
  '/identity/v3/auth/catalog': r7,
  '/identity/v3/auth/domains': r8,
  '/identity/v3/auth/projects': r9,
  '/identity/v3/auth/system': r10,
  '/identity/v3/auth/tokens': r11,
  '/identity/v3/domains': r12,
  '/identity/v3/domains/[domainId]': r13,
  '/identity/v3/domains/[domainId]/users/[userId]/roles': r14,
  '/identity/v3/domains/[domainId]/users/[userId]/roles/[roleId]': r15,
  '/identity/v3/endpoints': r16,
  '/identity/v3/endpoints/[endpointId]': r17,
  '/identity/v3/projects': r18,
  '/identity/v3/projects/[projectId]': r19,
  '/identity/v3/projects/[projectId]/users/[userId]/roles': r20,
  '/identity/v3/projects/[projectId]/users/[userId]/roles/[roleId]': r21,
  '/identity/v3/regions': r22,
  '/identity/v3/regions/[regionId]': r23,
  '/identity/v3/role_assignments': r24,
  '/identity/v3/roles': r25,
  '/identity/v3/roles/[roleId]': r26,
  '/identity/v3/services': r27,
  '/identity/v3/services/[serviceId]': r28,
  '/identity/v3/users': r29,
  '/identity/v3/users/[userId]': r30,
  '/identity/v3/users/[userId]/application_credentials': r31,
  '/identity/v3/users/[userId]/application_credentials/[credentialId]': r32,
  '/identity/v3/users/[userId]/password': r33,
  '/identity/v3/users/[userId]/projects': r34,
  '/uploads': r35,
  '/uploads/[uploadId]': r36,
  '/v2/images': r37,
  '/v2/images/[imageId]': r38,
  '/v2/images/[imageId]/actions/deactivate': r39,
  '/v2/images/[imageId]/actions/reactivate': r40,
  '/v2/images/[imageId]/file': r41,
  '/v2/images/[imageId]/members': r42,
  '/v2/images/[imageId]/members/[memberId]': r43,
  '/v2/images/[imageId]/tags/[tag]': r44,
  '/v2/schemas/[name]': r45,
  '/versions': r46,
}

/** The first path segments that are the dashboard's. */
export const pageRoots: readonly string[] = ["_next","api","icon.svg","images","login","uploads"]
