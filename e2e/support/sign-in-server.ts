import { startKeystone } from '@/testing/keystone-server'
import { addPerson, addPersonWithPasscode, federate, signInSettings } from '@/testing/keystone-sign-in'
import { type RunningServer, startServer } from './server'

export interface SignInServer extends RunningServer {
  /** Of the authenticator of tess, who needs a passcode; fred has to change his password, and ada comes by WebSSO. */
  secret: Buffer
}

/** A server whose Keystone knows every way of signing in. */
export async function startSignInServer(): Promise<SignInServer> {
  let secret: Buffer = Buffer.alloc(0)
  const server = await startServer({
    config: '[vitrine]\nwebsso_choices = front/mapped:company account\n',
    async identityOf(imageUrl) {
      const settings = { ...signInSettings, federation: { trusted_dashboard: `${imageUrl}/api/web-sso` } }
      const keystone = await startKeystone({ imageUrl, settings })
      await federate(keystone)
      await addPerson(keystone, 'fred', { expired: true })
      secret = await addPersonWithPasscode(keystone, 'tess')
      const { url, adminPassword, authtokenConfig: config, stop } = keystone
      return { url, adminPassword, config, stop }
    },
  })
  return { ...server, secret }
}
