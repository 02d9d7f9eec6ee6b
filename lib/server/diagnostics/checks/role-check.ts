import type { PolicyDecision } from '@/lib/contract/policy-decision'
import type { PolicyName } from '../../policy/default-rules'
import { callerContext } from '../caller-context'
import type { Check } from '../check'
import { fail, pass, Skipped } from '../finding'

/** What a member of a project expects to be able to do; without the first there is nothing to see. */
const actions = [
  'get_images',
  'get_image',
  'download_image',
  'add_image',
  'upload_image',
  'modify_image',
  'delete_image',
] as const

/** The caller's roles against the rules of the policy, for images of the own project. */
export const roleCheck: Check = {
  name: 'roles',
  about: 'caller',
  async run({ facts, policy, signal }) {
    const caller = await facts.caller()
    const { project, roles } = caller.facts
    if (!project) throw new Skipped('noProject', 'your token is for no project')
    const context = callerContext(caller, { policy, signal })
    const decisions = actions.map((action: PolicyName) => policy.decide(context, action, ownImage(project.id)))
    const refused = decisions.filter(({ allowed }) => !allowed)
    const names = roles.map(({ name }) => name).join(', ')
    const evidence = { roles: names || 'none', 'you may not': refused.map(({ action }) => action).join(', ') }
    const first = refused[0]
    if (!first || first.action !== actions[0]) return pass('Your roles allow you to see images.', evidence)
    const rule = { policy: first.action, rule: first.rule, from: sourceOf(first) }
    const role = wantedRole(first)
    const fix = {
      text: role ? `Give the user the role ${role} on the project.` : 'Change the rule, or the user’s roles.',
      lines: [`openstack role add --project ${project.id} --user ${caller.facts.user.id} ${role ?? 'ROLE'}`],
    }
    return fail('None of your roles allows you to list images.', { ...evidence, ...rule }, { cause: 'noRoleForPolicy', fix })
  },
}

function sourceOf({ source }: PolicyDecision): string {
  return source === 'file' ? 'the operator’s policy file' : 'the defaults'
}

/** The least of the roles that the rule asks for: administrators are not made to list images. */
function wantedRole({ rule }: PolicyDecision): string | undefined {
  const roles = [...rule.matchAll(/role:([\w-]+)/g)].map(([, role]) => role)
  return roles.find((role) => role !== 'admin') ?? roles[0]
}

function ownImage(projectId: string) {
  return { project_id: projectId, owner: projectId, visibility: 'private' }
}
