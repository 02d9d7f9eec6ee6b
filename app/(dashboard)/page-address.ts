/** What Next gives a page of its address. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The address of a page with its query, where the sign-in leads back to. */
export async function pageAddress(path: string, searchParams: SearchParams): Promise<string> {
  const given = Object.entries(await searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )
  const query = new URLSearchParams(given).toString()
  return query === '' ? path : `${path}?${query}`
}
