import { z } from 'zod'

/** Every root cause that the checks tell apart. The names are those of the causes in the documentation. */
const causes = [
  // The person, or whoever runs the command line.
  'noToken',
  'signInPassword',
  'signInDomainMissing',
  'passwordExpired',
  'accountLocked',
  'accountDisabled',
  'secondFactorMissing',
  'appCredentialInvalid',
  'appCredentialAccessRules',
  'noRoleOnProject',
  'tokenExpired',
  'tokenRevoked',
  'tokenUnknown',
  'unscoped',
  'domainScoped',
  'systemScoped',
  'projectDisabled',
  'noRoleForPolicy',
  'imageNotVisible',
  // What stands in the service catalogue.
  'imageServiceMissing',
  'endpointMissing',
  'wrongRegion',
  'wrongInterface',
  'endpointPath',
  'endpointScheme',
  'endpointCertificate',
  'endpointUnreachable',
  'endpointOfAnother',
  'notAnImageService',
  // Between clients and this service.
  'imageServiceDown',
  'loadBalancerNoBackend',
  'proxyStripsToken',
  'headersTooLarge',
  'proxyBodySize',
  'proxyBuffersUploads',
  'sessionCookie',
  'browserClockSkew',
  'authenticationOff',
  // How this service reaches Keystone, and what it is there.
  'keystoneDown',
  'authUrlUnreachable',
  'authUrlVersion',
  'adminPort',
  'notKeystone',
  'tlsUntrusted',
  'tlsExpired',
  'tlsHostname',
  'keystoneScheme',
  'otherKeystone',
  'wwwAuthenticateUri',
  'serviceUserMissing',
  'serviceUserPassword',
  'serviceUserLocked',
  'serviceUserPasswordExpires',
  'serviceUserDomain',
  'serviceUserNoRoleOnProject',
  'serviceUserMayNotValidate',
  'serviceTokenRole',
  'identityRegion',
  'identityInterface',
  'identityEndpointUnreachable',
  // Keystone's own nodes, clocks and caches.
  'clockSkew',
  'keystoneClockSkew',
  'fernetKeysNotShared',
  'fernetKeysDropped',
  'memcachedUnreachable',
  'memcachedStale',
  // Behind the Image API.
  'storeFailing',
  /** What people who may not see the operator's configuration learn of any of the operator's causes. */
  'serviceCannotCheckTokens',
] as const

const causeSchema = z.enum(causes)
export type Cause = z.infer<typeof causeSchema>

const fixSchema = z.object({
  /** What to do, in one sentence. */
  text: z.string(),
  /** The exact commands or lines of configuration, one each. */
  lines: z.array(z.string()),
})
export type Fix = z.infer<typeof fixSchema>

/** How sure it is: `likely` where the same could be seen for another reason. */
const certaintySchema = z.enum(['certain', 'likely'])

const skipReasons = [
  // What the caller has not.
  'noToken',
  'tokenRefused',
  'noProject',
  'noImageNamed',
  // What the operator's configuration has not, or nobody told.
  'configurationUnknown',
  'noServiceAccount',
  'noStoreFolder',
  // What another check has found already.
  'serviceNotLoggedIn',
  'noCatalogue',
  'noImageEndpoint',
  'noIdentityEndpoint',
  // Who did not answer, or not as needed.
  'keystoneSilent',
  'keystoneTimeless',
  'imageServiceSilent',
  'noChallenge',
  'unexpectedAnswer',
  'tooManyRequests',
  'unreachable',
  'tooLate',
  // What this run is not about.
  'notInBrowser',
  'notAskedFor',
  'brokenCheck',
  'operatorsMatter',
] as const

const skipReasonSchema = z.enum(skipReasons)
/** Why a check was not made. */
export type SkipReason = z.infer<typeof skipReasonSchema>

/** What one check found. `warn` works and needs a look; `skipped` could not be checked, and the summary says why. */
export const checkResultSchema = z.object({
  name: z.string(),
  status: z.enum(['pass', 'warn', 'fail', 'skipped']),
  summary: z.string(),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Why it was not made. */
  skipped: skipReasonSchema.optional(),
  cause: causeSchema.optional(),
  certainty: certaintySchema.optional(),
  fix: fixSchema.optional(),
  milliseconds: z.number(),
})
export type CheckResult = z.infer<typeof checkResultSchema>

const movers = ['you', 'operator', 'project administrator', 'nobody'] as const

/** What all results together mean: one root cause, or none. */
export const verdictSchema = z.object({
  cause: causeSchema.nullable(),
  sentence: z.string(),
  /** Whose move it is. */
  who: z.enum(movers),
  fix: fixSchema.optional(),
  certainty: certaintySchema,
})
export type Verdict = z.infer<typeof verdictSchema>
