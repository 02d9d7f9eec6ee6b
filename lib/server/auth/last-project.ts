/** Room for twenty pairs of ids, each of them up to 64 characters long, and then some. */
const longest = 4096

/** The project that a person used last, by what their browser remembers: pairs of a user and a project, the newest at the end. */
export function lastProjectOf(userId: string, remembered = ''): string | undefined {
  if (remembered.length > longest) return undefined
  const pairs = remembered.split(',').map((pair) => pair.split(' '))
  return pairs.findLast(([user]) => user === userId)?.[1]
}
