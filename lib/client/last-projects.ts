import { lastProjects } from './remembered'

const mostPeople = 20

/** Remembers the project that somebody works in, beside those of the others who use this browser. */
export function rememberProject(userId: string, projectId: string) {
  const pairs = (lastProjects.read() ?? '').split(',')
  const others = pairs.filter((pair) => pair !== '' && !pair.startsWith(`${userId} `))
  lastProjects.write([...others, `${userId} ${projectId}`].slice(-mostPeople).join(','))
}
