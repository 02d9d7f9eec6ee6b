const units = ['', 'KB', 'MB', 'GB', 'TB']

/** Reads a number of bytes as Glance writes it: `1048576`, `512MB` or `1.5 TB`, in units of 1024. Throws what was expected. */
export function byteCount(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMGT]?B)?$/i.exec(text.trim()) ?? []
  const power = units.indexOf(unit.toUpperCase().replace(/^B$/, ''))
  const bytes = Math.floor(Number(digits) * 1024 ** power)
  if (!Number.isSafeInteger(bytes)) throw new Error(`expected a number of bytes, such as 512MB or 2TB, found "${text}"`)
  return bytes
}
