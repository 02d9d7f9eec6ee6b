/** A text as one word for a shell such as bash, whatever is in it. */
export function shellWord(text: string): string {
  return /^[\w.+:/@%-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
