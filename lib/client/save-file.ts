/** Browsers read the data after the click, and on a busy machine not at once. */
const readMs = 60_000

/** Lets the browser save data as a file. */
export function saveFile(fileName: string, data: Blob) {
  const href = URL.createObjectURL(data)
  const link = Object.assign(document.createElement('a'), { href, download: fileName })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(href), readMs)
}

/** Lets the browser save a text as a file. */
export function saveText(fileName: string, text: string) {
  saveFile(fileName, new Blob([text], { type: 'text/plain' }))
}
