// How long the first and the last page of a list take.

const rounds = 5

/**
 * Times each filter's pages; a page of a list with few images is both the first and the last.
 * @param {{ url: string, headers: Record<string, string>, filters: readonly Record<string, string>[] }} asked
 */
export async function* pageTimes({ url, headers, filters }) {
  const page = async (parameters) => {
    const answer = await fetch(`${url}/v2/images?${new URLSearchParams(parameters)}`, { headers })
    if (!answer.ok) throw new Error(`${JSON.stringify(parameters)}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()).images
  }
  for (const filter of filters) {
    const first = await timed(() => page(filter))
    const fromEnd = await page({ ...filter, sort: turned(filter.sort), limit: '26' })
    const long = fromEnd.length === 26
    const last = long ? await timed(() => page({ ...filter, marker: fromEnd[25].id })) : first
    yield { filter, first, last, long }
  }
}

/** The order of a list from its end. */
const turned = (sort = 'created_at:desc') =>
  sort.endsWith(':asc') ? sort.replace(':asc', ':desc') : sort.replace(':desc', ':asc')

/** The median of some rounds, in milliseconds. */
async function timed(run) {
  const taken = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await run()
    taken.push(performance.now() - began)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]
}
