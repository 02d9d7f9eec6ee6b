const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** The largest binary unit in which a number of bytes is 1 or more. */
function unitOf(bytes: number): number {
  const power = bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10)
  return Math.min(power, units.length - 1)
}

function amount(bytes: number, power: number, locale: string): string {
  const digits = power === 0 ? 0 : 1
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return format.format(bytes / 1024 ** power)
}

/** Such as `3.1 GiB`. */
export function byteText(bytes: number, locale: string): string {
  const power = unitOf(bytes)
  return `${amount(bytes, power, locale)} ${units[power]}`
}

/** Two numbers of bytes in the unit of the second, such as `3.1`, `8.0`, `GiB`. */
export function byteShare(sentBytes: number, totalBytes: number, locale: string) {
  const power = unitOf(totalBytes)
  return { sent: amount(sentBytes, power, locale), total: amount(totalBytes, power, locale), unit: units[power] as string }
}
