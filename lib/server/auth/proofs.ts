/** What proves who somebody is: `auth.identity` of Keystone. */
export type Proof = { methods: readonly string[] } & Record<string, unknown>

export interface PasswordLogIn {
  domain: string
  user: string
  password: string
}

export interface ApplicationCredentialLogIn {
  secret: string
  /** Alone, or else the name together with its user. */
  id?: string
  name?: string
  domain?: string
  user?: string
}

export function passwordProof({ domain, user, password }: PasswordLogIn): Proof {
  return { methods: ['password'], password: { user: { name: user, domain: { name: domain }, password } } }
}

export function passcodeProof(userId: string, passcode: string): Proof {
  return { methods: ['totp'], totp: { user: { id: userId, passcode } } }
}

export function tokenProof(token: string): Proof {
  return { methods: ['token'], token: { id: token } }
}

export function applicationCredentialProof({ secret, id, name, domain, user }: ApplicationCredentialLogIn): Proof {
  const which = id ? { id } : { name, user: { name: user, domain: { name: domain } } }
  return { methods: ['application_credential'], application_credential: { ...which, secret } }
}
