import type { Check } from './check'
import { keystoneCheck } from './checks/keystone-check'
import { serviceAccountCheck, validationCheck } from './checks/service-account-check'
import { signInCheck } from './checks/sign-in-check'
import { tokenCheck } from './checks/token-check'

/** Every check, in the order in which they are made and shown. */
export const allChecks: readonly Check[] = [signInCheck, keystoneCheck, tokenCheck, serviceAccountCheck, validationCheck]
