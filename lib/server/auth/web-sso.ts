import { decode, encode } from 'next-auth/jwt'
import type { WebSsoChoice } from '@/lib/contract/session'
import { services } from '../services'
import { versioned } from './keystone-url'
import { logInWithToken, type SignedIn } from './log-in'
import { LogInError } from './log-in-error'

/** Where Keystone sends the browser back to; it has to stand in Keystone's `[federation] trusted_dashboard`. */
export const callbackPath = '/api/web-sso'

/** The cookie by which a browser that has begun a WebSSO is known again. */
const begunCookie = 'vitrine-web-sso-begun'
/** The cookie that carries Keystone's token from the callback to the sign-in. */
const tokenCookie = 'vitrine-web-sso-token'
const begunSeconds = 600
const tokenSeconds = 60
const salts = { [begunCookie]: 'web sso begun', [tokenCookie]: 'web sso token' } as const
type CookieName = keyof typeof salts

/** The choices that the sign-in page offers. */
export function webSsoChoices(): WebSsoChoice[] {
  return services.config.vitrine.websso_choices.map(({ id, label }) => ({ id, label }))
}

/** Keystone's page for a choice; null for a choice that there is not. */
export function webSsoUrl(choice: string, base: string): string | null {
  const chosen = services.config.vitrine.websso_choices.find(({ id }) => id === choice)
  if (!chosen) return null
  const { identityProvider, protocol } = chosen
  const path = identityProvider
    ? `/auth/OS-FEDERATION/identity_providers/${encodeURIComponent(identityProvider)}/protocols/${encodeURIComponent(protocol)}/websso`
    : `/auth/OS-FEDERATION/websso/${encodeURIComponent(protocol)}`
  return `${versioned(browserKeystone())}${path}?${new URLSearchParams({ origin: `${base}${callbackPath}` })}`
}

/** Keystone's address as people reach it. */
export function browserKeystone(): string {
  return services.config.vitrine.dashboard_keystone_url || services.identityUri
}

/** Whether a form that was sent with this `Origin` may be Keystone's. Some policies of a proxy make every origin `null`. */
export function mayBeKeystone(origin: string | null): boolean {
  return origin === null || origin === 'null' || origin === new URL(browserKeystone()).origin
}

/** `Set-Cookie` for a browser that goes to Keystone and wants to come back to `callbackUrl`. */
export function begin(callbackUrl: string, base: string): Promise<string> {
  return setCookie(begunCookie, { content: { callbackUrl }, seconds: begunSeconds, base })
}

/** `Set-Cookie` that keeps the token until the sign-in page asks for it: a request from another site carries no cookies to judge it by. */
export function keepToken(token: string, base: string): Promise<string> {
  return setCookie(tokenCookie, { content: { token }, seconds: tokenSeconds, base })
}

/** Where a WebSSO that this browser has begun leads to; null where it has begun none. */
export async function webSsoTarget(cookies: string): Promise<string | null> {
  const begun = await openCookie(begunCookie, cookies)
  return typeof begun?.callbackUrl === 'string' ? begun.callbackUrl : null
}

/** Only a browser that has begun a WebSSO here gets a session from one: no other page can sign it in as somebody else. Throws LogInError. */
export async function logInByWebSso(cookies: string, lastProjects: string | undefined): Promise<SignedIn> {
  if ((await webSsoTarget(cookies)) === null) throw new LogInError('webSsoNotBegun')
  const kept = await openCookie(tokenCookie, cookies)
  if (typeof kept?.token !== 'string') throw new LogInError('webSsoRefused')
  return logInWithToken(kept.token, { lastProjects })
}

/** `Set-Cookie` headers that end a WebSSO: it is good for one sign-in. */
export function endWebSso(): string[] {
  return Object.keys(salts).map((name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
}

interface Kept {
  content: Record<string, string>
  seconds: number
  base: string
}

async function setCookie(name: CookieName, { content, seconds, base }: Kept): Promise<string> {
  const sealed = await encode({ token: content, secret: services.config.sessionSecret, salt: salts[name], maxAge: seconds })
  const secure = base.startsWith('https:') ? '; Secure' : ''
  return `${name}=${sealed}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}

async function openCookie(name: CookieName, cookies: string): Promise<Record<string, unknown> | null> {
  const sealed = new RegExp(`(?:^|; *)${name}=([^;]+)`).exec(cookies)?.[1]
  if (!sealed) return null
  return decode({ token: sealed, secret: services.config.sessionSecret, salt: salts[name] }).catch(() => null)
}
