import type { KeystoneServer } from '../keystone-server'
import type { Cloud } from './cloud'

/** Those who are in a Keystone from the start; nobody of them is a stranger to the member's project but the service. */
export async function peopleOfKeystone(url: string, keystone: KeystoneServer): Promise<Cloud> {
  const [member, reader, stranger, admin] = await Promise.all(
    (['member', 'reader', 'vitrine', 'admin'] as const).map((name) => keystone.token(name)),
  )
  const strangersProject = (await keystone.admin.find('projects', 'service')).id
  const tokens = { member: String(member), reader: String(reader), stranger: String(stranger), admin: String(admin) }
  return { url, strangersProject, tokens: { ...tokens, unscoped: '' } }
}
