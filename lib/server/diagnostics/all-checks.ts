import type { Check } from './check'
import { accessCheck } from './checks/access-check'
import { cacheCheck } from './checks/cache-check'
import { catalogueCheck } from './checks/catalogue-check'
import { challengeCheck } from './checks/challenge-check'
import { clockCheck } from './checks/clock-check'
import { credentialCheck } from './checks/credential-check'
import { endpointCheck } from './checks/endpoint-check'
import { identityEndpointCheck } from './checks/identity-endpoint-check'
import { imageCheck } from './checks/image-check'
import { imageServiceCheck } from './checks/image-service-check'
import { keystoneCheck } from './checks/keystone-check'
import { proxyCheck } from './checks/proxy-check'
import { roleCheck } from './checks/role-check'
import { scopeCheck } from './checks/scope-check'
import { serviceAccountCheck } from './checks/service-account-check'
import { serviceTokenCheck } from './checks/service-token-check'
import { sessionCheck } from './checks/session-check'
import { signInCheck } from './checks/sign-in-check'
import { storeCheck } from './checks/store-check'
import { tokenCheck } from './checks/token-check'
import { validationCheck } from './checks/validation-check'

/** Every check, in the order in which they are made and shown. */
export const allChecks: readonly Check[] = [
  ...[signInCheck, sessionCheck, clockCheck, keystoneCheck, tokenCheck, scopeCheck, catalogueCheck, endpointCheck],
  ...[imageServiceCheck, serviceAccountCheck, identityEndpointCheck, validationCheck, accessCheck, roleCheck],
  ...[credentialCheck, serviceTokenCheck, imageCheck, proxyCheck, challengeCheck, cacheCheck, storeCheck],
]
