import { type AccessRule, matchesPath } from '../../auth/access-rules'
import type { Check } from '../check'
import { fail, pass, warn } from '../finding'

const dayMs = 24 * 3_600_000

/** The limits of an application credential, and the end of a password. */
export const credentialCheck: Check = {
  name: 'credential',
  about: 'caller',
  async run({ facts }) {
    const { facts: token } = await facts.caller()
    const credential = token.application_credential
    const rules = credential?.access_rules
    const evidence = {
      'application credential': credential?.name,
      'access rules': rules?.map(({ service, method, path }) => `${method} ${path} (${service})`).join('; '),
      'password expires': token.user.password_expires_at,
      'token expires': token.expires_at,
    }
    if (rules && !rules.some(allowsImages)) {
      const rule = '[{"service": "image", "method": "GET", "path": "/v2/**"}]'
      const lines = [`openstack application credential create --access-rules '${rule}' NAME`]
      const fix = { text: 'Make an application credential whose rules allow the Image API.', lines }
      const summary = 'The access rules of the application credential do not allow to list images.'
      return fail(summary, evidence, { cause: 'appCredentialAccessRules', fix })
    }
    const ends = token.user.password_expires_at
    const left = ends ? Date.parse(ends) - Date.now() : Number.POSITIVE_INFINITY
    if (left < 7 * dayMs) return warn(`Your password expires in ${Math.max(0, Math.floor(left / dayMs))} days.`, evidence)
    return pass(credential ? 'The application credential allows the Image API.' : 'No limits of a credential apply.', evidence)
  },
}

/** Whether a rule lets the credential list images. */
function allowsImages({ service, method, path }: AccessRule): boolean {
  return service === 'image' && method === 'GET' && matchesPath(path, '/v2/images')
}
