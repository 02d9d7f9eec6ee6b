/** Why nobody could be recognised behind a request. The first row is the caller's to mend (401), the second the operator's (503). */
export type RefusalReason =
  | ('noToken' | 'tokenRefused' | 'tokenExpired' | 'accessRules' | 'serviceTokenRefused')
  | ('serviceAccountRefused' | 'serviceAccountPowerless' | 'endpointMissing' | 'identityUnreachable' | 'identityFailing')
