/** What a spreadsheet would take for a formula. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

/** Rows as RFC 4180 writes them. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** A cell as RFC 4180 writes it. Text that a spreadsheet would run is marked as text by an apostrophe. */
export function csvCell(value: unknown): string {
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
