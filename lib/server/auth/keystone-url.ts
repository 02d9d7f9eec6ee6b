/** The address without a version, whatever version it was given with. */
export function unversioned(authUrl: string): string {
  return authUrl.replace(/\/+$/, '').replace(/\/v\d[\d.]*$/, '')
}

/** The address with `/v3` at its end, whatever version it was given with. */
export function versioned(authUrl: string): string {
  return `${unversioned(authUrl)}/v3`
}
