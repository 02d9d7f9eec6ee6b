'use client'

import { useLocale, useTranslations } from 'use-intl'
import { type Resource, resources } from '@/lib/contract/documents/operation-document'
import { operationDocuments } from '@/lib/contract/operation-document'
import { operations } from '@/lib/contract/operations'

/** Method and path, as the audit log writes them. */
type OperationName = string

const uploadWords = {
  'POST /uploads': 'uploadBegun',
  'PATCH /uploads/{uploadId}': 'uploadEnded',
  'DELETE /uploads/{uploadId}': 'uploadRemoved',
} as const

/** What an operation of the audit log does, in words; undefined for one that has none. */
export function useOperationWords(): (operation: OperationName) => string | undefined {
  const locale = useLocale()
  const t = useTranslations('adminAudit')
  return (operation) => {
    if (operation in uploadWords) return t(uploadWords[operation as keyof typeof uploadWords])
    return operationDocuments[operation.replace(/\{[^}]+\}/g, '{}')]?.summary[locale]
  }
}

/** The operations that the audit log knows, by what they are about. */
export const auditedOperations: readonly (readonly [Resource, readonly OperationName[]])[] = resources.map((resource) => [
  resource,
  operations
    .filter((row) => row.method !== 'GET' && !('reads' in row))
    .map(({ method, path }) => `${method} ${path.replace(/\[([^\]]+)\]/g, '{$1}')}`)
    .filter((name) => operationDocuments[name.replace(/\{[^}]+\}/g, '{}')]?.resource === resource)
    .concat(resource === 'data' ? Object.keys(uploadWords) : []),
])
