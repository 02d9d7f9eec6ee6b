/** A domain as Keystone takes it: by id or by name, never both. */
export type DomainReference = { id: string } | { name: string }

/** The domain of a pair of options: the id wins where both are set. */
export function domainReference(id: string, name: string): DomainReference {
  return id ? { id } : { name }
}
