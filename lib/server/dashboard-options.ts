import { list, option, url } from './option-readers'

/** One way over the cloud's own sign-in page, as Keystone's federation names it. */
interface WebSsoOption {
  id: string
  /** None: Keystone knows it by what the sign-in page says of itself. */
  identityProvider: string | null
  protocol: string
  label: string
}

/** `[identity provider/]protocol:label, …`. */
const readWebSsoChoices = (text: string): readonly WebSsoOption[] =>
  list(text).map((item) => {
    const [, id = '', provider, protocol = '', label = ''] = /^((?:([^/:]+)\/)?([^/:]+))\s*:\s*(.+)$/.exec(item) ?? []
    if (id === '') throw new Error(`expected [identity provider/]protocol:label, found "${item}"`)
    return { id, identityProvider: provider ?? null, protocol, label }
  })

/** What `[vitrine]` says of the dashboard's sign-in. */
export const dashboardOptions = {
  /** Sign-in pages of Keystone's federation that the dashboard offers. */
  websso_choices: option(readWebSsoChoices, []),
  /** Keystone as browsers reach it; else `www_authenticate_uri`. */
  dashboard_keystone_url: option(url, ''),
}
