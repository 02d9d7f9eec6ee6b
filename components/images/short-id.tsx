const shown = 8

/** The beginning of an image's id, which tells images of one name apart. */
export function ShortId({ id }: { id: string }) {
  return (
    <code title={id} className="font-mono text-meta text-muted">
      {id.slice(0, shown)}
    </code>
  )
}
