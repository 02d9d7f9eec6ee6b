import type { ClientProgram } from './client-program'

/** The commands of `glance help` that none of the lines run is. */
export async function glanceCommandsNotDriven(glance: ClientProgram, lines: readonly string[]): Promise<string[]> {
  const help = await glance.run('help')
  const known = [...help.matchAll(/^ {4}([a-z][a-z0-9-]+)(?= |$)/gm)].map(([, command]) => command as string)
  // These print what the client itself knows, and ask nothing of the service.
  return notDriven(known, lines).filter((command) => !['bash-completion', 'help'].includes(command))
}

/** The same for all that `openstack` has for the Image service, whatever it is called: `image …`, `cached image …`. */
export async function openstackCommandsNotDriven(openstack: ClientProgram, lines: readonly string[]): Promise<string[]> {
  const printed = await openstack.run('command', 'list', '--group', 'openstack.image', '-f', 'json')
  const groups: { Commands: string[] }[] = JSON.parse(printed)
  return notDriven(
    groups.flatMap(({ Commands }) => Commands),
    lines,
  )
}

/** A line runs the longest command that it begins with: `image import info` is not `image import`. */
function notDriven(known: readonly string[], lines: readonly string[]): string[] {
  // Without any, the client was not understood.
  if (known.length === 0) throw new Error('the client names no command')
  const longestFirst = [...known].sort((one, other) => other.length - one.length)
  const driven = lines.map((line) => longestFirst.find((command) => `${line} `.startsWith(`${command} `)))
  return known.filter((command) => !driven.includes(command))
}
