import type { Cause, Verdict } from '@/lib/contract/diagnostics'

interface CauseMeaning {
  who: Verdict['who']
  /** What is wrong, and to whoever's move it is, what to do. */
  says: string
}

const operator = (says: string): CauseMeaning => ({ who: 'operator', says })
const you = (says: string): CauseMeaning => ({ who: 'you', says })

/** The beginning of what every fault between the service and Keystone comes to. */
const cannotCheck = 'The image service can’t check sign-ins with Keystone:'

/**
 * What each cause means. The order is that of roots: where several are found, the earlier one is what brings about the later
 * ones, or has to be mended before they can be told.
 */
export const causeTable: Readonly<Record<Cause, CauseMeaning>> = {
  tlsUntrusted: operator(`${cannotCheck} it does not trust the certificate.`),
  tlsExpired: operator(`${cannotCheck} the certificate has expired.`),
  tlsHostname: operator(`${cannotCheck} the certificate is for another host.`),
  keystoneScheme: operator(`${cannotCheck} the address has http where https is spoken, or the other way round.`),
  adminPort: operator(`${cannotCheck} it asks at port 35357, where nothing answers any more.`),
  authUrlUnreachable: operator(`${cannotCheck} Keystone does not answer at the address that it uses.`),
  authUrlVersion: operator(`${cannotCheck} the Keystone at its address does not speak version 3.`),
  notKeystone: operator(`${cannotCheck} what answers at its address is no Keystone.`),
  keystoneDown: operator('Keystone does not answer, so nobody can sign in and no sign-in can be checked.'),
  clockSkew: operator('The clocks of the image service and of Keystone differ, so that tokens expire too early or too late.'),
  serviceUserMissing: operator(`${cannotCheck} it has no account of its own there.`),
  serviceUserDomain: operator(`${cannotCheck} the domain of its account is missing.`),
  serviceUserLocked: operator(`${cannotCheck} its account is locked.`),
  serviceUserPassword: operator(`${cannotCheck} its user name or password is wrong, or its account is disabled or locked.`),
  serviceUserNoRoleOnProject: operator(`${cannotCheck} its account has no role on its project.`),
  serviceUserMayNotValidate: operator(`${cannotCheck} its account may log in, but not ask about tokens.`),
  otherKeystone: operator(`${cannotCheck} it asks another Keystone than the one that you sign in to.`),
  identityRegion: operator(`${cannotCheck} the catalogue has no identity endpoint in its region.`),
  identityInterface: operator(`${cannotCheck} the catalogue has no identity endpoint of its interface.`),
  identityEndpointUnreachable: operator(`${cannotCheck} the identity endpoint of the catalogue does not answer.`),
  keystoneClockSkew: operator(
    'The clocks of Keystone’s nodes differ, so that it may accept a token one time and refuse it the next.',
  ),
  fernetKeysNotShared: operator('Keystone accepts a token one time and refuses it the next: its nodes have different keys.'),
  noToken: you('You are not signed in. Sign in, and send the token in X-Auth-Token.'),
  signInDomainMissing: you('Your sign-in lacks the domain of the user.'),
  secondFactorMissing: you('Keystone asks for a second factor: sign in with your one-time code as well.'),
  passwordExpired: you('Your password has expired. Change it, and sign in again.'),
  accountLocked: you('Your account is locked after too many attempts. Wait, then sign in again.'),
  accountDisabled: operator('Your account is disabled, or its domain is.'),
  signInPassword: you('Keystone refuses your user name, domain or password. It says the same of a disabled or locked account.'),
  appCredentialInvalid: you('Keystone refuses your application credential: it was deleted or has expired. Make a new one.'),
  projectDisabled: { who: 'operator', says: 'Your password is right, but the project is disabled.' },
  noRoleOnProject: { who: 'project administrator', says: 'Your password is right, but you have no role on this project.' },
  memcachedStale: you(
    'Keystone refuses your token: sign in again. The image service still accepts it for some minutes, because it remembers it.',
  ),
  tokenExpired: you('Your sign-in has expired. Sign in again.'),
  fernetKeysDropped: operator(
    'Keystone threw away the key of your token before the token expired. Signing in again helps for now.',
  ),
  tokenRevoked: you('Your sign-in was revoked. Sign in again.'),
  tokenUnknown: you('Keystone does not know your token. Sign in again.'),
  serviceTokenRole: operator('The service token is not accepted: its user lacks the role of a service.'),
  unscoped: you('Your token is for no project. Choose a project.'),
  domainScoped: you('Your token is for a domain, and images belong to projects. Choose a project.'),
  systemScoped: you('Your token is for the whole system, and images belong to projects. Choose a project.'),
  appCredentialAccessRules: you(
    'The access rules of your application credential do not allow the Image API. Make one that does.',
  ),
  serviceCannotCheckTokens: operator('The image service can’t check sign-ins with Keystone.'),
  imageServiceMissing: operator('The service catalogue has no image service.'),
  wrongRegion: you('There is no image endpoint in the region that you chose, but there is one in another.'),
  wrongInterface: you('There is no image endpoint of the interface that you chose, but there is one of another.'),
  endpointMissing: operator('The image service is in the catalogue, but without an endpoint.'),
  endpointScheme: operator('The image endpoint in the catalogue has http where https is spoken, or the other way round.'),
  endpointPath: operator('The image endpoint in the catalogue has a wrong path.'),
  loadBalancerNoBackend: operator('A load balancer answers at the image endpoint, and has no image service behind it.'),
  endpointCertificate: operator('The certificate of the image endpoint is not one that clients trust.'),
  notAnImageService: operator('What answers at the image endpoint of the catalogue is no image service.'),
  imageServiceDown: operator('The image service does not answer.'),
  endpointUnreachable: operator('Nothing answers at the image endpoint of the catalogue.'),
  proxyStripsToken: operator('The proxy in front of the image service takes the token out of requests.'),
  noRoleForPolicy: { who: 'project administrator', says: 'None of your roles in this project allows you to work with images.' },
  storeFailing: operator('The place where images are kept does not work.'),
  imageNotVisible: you('There is no such image, or your project may not see it.'),
  memcachedUnreachable: operator(
    'The memcached where checked tokens are remembered does not answer, which makes every request slower.',
  ),
  headersTooLarge: operator('The proxy in front of the image service refuses requests with long headers.'),
  proxyBodySize: operator('The proxy in front of the image service refuses large uploads.'),
  proxyBuffersUploads: operator(
    'The proxy in front of the image service keeps uploads until they are complete, so that they are slow and may fill its disk.',
  ),
  authenticationOff: operator('Requests without a token are answered: the image service asks nobody who they are.'),
  serviceUserPasswordExpires: operator('Everything works, but the password of the image service’s account expires soon.'),
  wwwAuthenticateUri: operator('Everything works, but clients are told an address of Keystone that is of no use to them.'),
  endpointOfAnother: operator('The image endpoint of the catalogue leads to another image service than this one.'),
  browserClockSkew: you('The clock of this computer differs from that of the image service.'),
  sessionCookie: operator('The cookie of your session does not fit the scheme by which you reach the dashboard.'),
}

/** Root causes in their order. */
export const causeRanks = new Map(Object.keys(causeTable).map((cause, rank) => [cause, rank]))
