import type { Check } from '../check'
import { fail, pass, Skipped } from '../finding'

/** For a service such as Nova that passes requests on: its token vouches for that of its user. */
export const serviceTokenCheck: Check = {
  name: 'serviceToken',
  about: 'caller',
  async run({ facts, settings, asService }) {
    if (!asService) throw new Skipped('notAskedFor', 'it was not asked for another service')
    const { facts: token } = await facts.caller()
    const { service_token_roles: trusted, service_token_roles_required: required } = settings.keystone_authtoken
    const roles = token.roles.map(({ name }) => name)
    const evidence = { user: token.user.name, roles: roles.join(', '), service_token_roles: trusted.join(', ') }
    if (!required || roles.some((role) => trusted.some((each) => each.toLowerCase() === role.toLowerCase()))) {
      return pass('The image service takes this service’s token beside that of a user.', evidence)
    }
    const lines = [
      `openstack role add --project ${token.project?.name ?? 'service'} --user ${token.user.name} ${trusted[0] ?? 'service'}`,
    ]
    const fix = { text: 'Give the user of that service the role.', lines }
    const summary = 'The service’s user has none of the roles of a service, so that long uploads end with their user’s token.'
    return fail(summary, evidence, { cause: 'serviceTokenRole', fix })
  },
}
