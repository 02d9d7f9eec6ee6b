import type { Check } from '../check'
import { pass, Skipped, warn } from '../finding'

/** The cookie of the dashboard's session fits the scheme by which the browser comes. */
export const sessionCheck: Check = {
  name: 'session',
  about: 'caller',
  async run({ browser }) {
    if (!browser) throw new Skipped('notInBrowser', 'this is not the dashboard')
    const { seen, forwarded, cookie } = browser
    const evidence = { 'scheme as the service sees it': seen, 'scheme as a proxy says': forwarded, cookie }
    const fix = {
      text: 'Say the public address, or trust the proxy’s headers.',
      lines: ['[oslo_middleware]', 'enable_proxy_headers_parsing = true'],
    }
    const reasons = { cause: 'sessionCookie', fix } as const
    if (forwarded === 'https' && seen === 'http') {
      return warn('The browser comes by https, and the service takes it for http.', evidence, reasons)
    }
    if (cookie === 'secure' && seen === 'http') {
      return warn('The session’s cookie is for https only, and the service is reached by http.', evidence, reasons)
    }
    if (cookie === 'unreadable')
      return warn('The session’s cookie cannot be read: it has expired, or another service made it.', evidence, {})
    return pass(cookie === 'none' ? 'There is no session of the dashboard.' : 'The session’s cookie is in order.', evidence)
  },
}
