/**
 * Why a request was refused, where its status does not say it. The first row is the caller's to mend (401), the second the
 * operator's (503), and the third tells what cannot be seen from what is not there (404), which only administrators may know.
 */
export type RefusalReason =
  | ('noToken' | 'tokenRefused' | 'tokenExpired' | 'accessRules' | 'serviceTokenRefused')
  | ('serviceAccountRefused' | 'serviceAccountPowerless' | 'endpointMissing' | 'identityUnreachable' | 'identityFailing')
  | ('notVisible' | 'notThere')
