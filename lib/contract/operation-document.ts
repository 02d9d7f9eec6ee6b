import { imageDocuments } from './documents/image-documents'
import { metadefDocuments } from './documents/metadef-documents'
import type { OperationDocument } from './documents/operation-document'
import { serviceDocuments } from './documents/service-documents'
import type { Operation } from './operations'

/** Every document, by method and path with `{}` for each parameter. */
export const operationDocuments = { ...imageDocuments, ...serviceDocuments, ...metadefDocuments }

/** The name under which an operation's document stands. */
export function documentKey({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} ${path.replace(/\[[^\]]+\]/g, '{}')}`
}

/** What the documents say of an operation of the table. */
export function documentOf(operation: Pick<Operation, 'method' | 'path'>): OperationDocument {
  const document = operationDocuments[documentKey(operation)]
  if (!document) throw new Error(`${operation.method} ${operation.path} has no document`)
  return document
}
