import type { Cause } from '@/lib/contract/diagnostics'
import type { Check } from '../check'
import { fail, pass } from '../finding'
import { projectsOf, type TokenFacts } from '../keystone-questions'

/** The token is of a project: images belong to projects. */
export const scopeCheck: Check = {
  name: 'scope',
  about: 'caller',
  async run({ facts, callersProbe: probe, callersKeystone }) {
    const caller = await facts.caller()
    const { project } = caller.facts
    if (project)
      return pass('Your token is for a project.', { project: project.name, domain: project.domain.name, id: project.id })
    const [cause, summary] = otherScope(caller.facts)
    const projects = (await projectsOf(probe, callersKeystone, caller.token)) ?? []
    const names = projects.filter(({ enabled }) => enabled).map(({ name }) => name)
    const fix = {
      text: names.length > 0 ? 'Choose one of your projects.' : 'You have no role on any project: ask for one.',
      lines: names.slice(0, 1).map((name) => `export OS_PROJECT_NAME=${name}`),
    }
    return fail(summary, { 'your projects': names.join(', ') || 'none' }, { cause, fix })
  },
}

function otherScope({ domain, system }: TokenFacts): [Cause, string] {
  if (domain) return ['domainScoped', 'Your token is for a domain, not for a project.']
  if (system) return ['systemScoped', 'Your token is for the whole system, not for a project.']
  return ['unscoped', 'Your token is for no project.']
}
