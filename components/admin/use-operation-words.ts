'use client'

import { useTranslations } from 'use-intl'
import { useLanguage } from '@/components/ui/use-language'
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

/** Of the embedded identity. */
const identityWords = {
  'POST /identity/v3/users': 'userMade',
  'PATCH /identity/v3/users/{userId}': 'userChanged',
  'DELETE /identity/v3/users/{userId}': 'userRemoved',
  'POST /identity/v3/users/{userId}/password': 'ownPassword',
  'POST /identity/v3/users/{userId}/application_credentials': 'credentialMade',
  'DELETE /identity/v3/users/{userId}/application_credentials/{credentialId}': 'credentialRemoved',
  'POST /identity/v3/projects': 'projectMade',
  'PATCH /identity/v3/projects/{projectId}': 'projectChanged',
  'DELETE /identity/v3/projects/{projectId}': 'projectRemoved',
  'POST /identity/v3/domains': 'domainMade',
  'PATCH /identity/v3/domains/{domainId}': 'domainChanged',
  'DELETE /identity/v3/domains/{domainId}': 'domainRemoved',
  'PUT /identity/v3/projects/{projectId}/users/{userId}/roles/{roleId}': 'roleGiven',
  'DELETE /identity/v3/projects/{projectId}/users/{userId}/roles/{roleId}': 'roleTaken',
  'PUT /identity/v3/domains/{domainId}/users/{userId}/roles/{roleId}': 'domainRoleGiven',
  'DELETE /identity/v3/domains/{domainId}/users/{userId}/roles/{roleId}': 'domainRoleTaken',
} as const

/** What an operation of the audit log does, in words; undefined for one that has none. */
export function useOperationWords(): (operation: OperationName) => string | undefined {
  const locale = useLanguage()
  const t = useTranslations('adminAudit')
  return (operation) => {
    if (operation in uploadWords) return t(uploadWords[operation as keyof typeof uploadWords])
    if (operation in identityWords) return t(`identity.${identityWords[operation as keyof typeof identityWords]}`)
    return operationDocuments[operation.replace(/\{[^}]+\}/g, '{}')]?.summary[locale]
  }
}

/** The operations that the audit log knows, by what they are about; those of a Keystone elsewhere never come. */
export const auditedOperations: readonly (readonly [Resource | 'identity', readonly OperationName[]])[] = [
  ...resources.map((resource) => [resource, imageOperations(resource)] as const),
  ['identity', Object.keys(identityWords)],
]

function imageOperations(resource: Resource): OperationName[] {
  return operations
    .filter((row) => row.method !== 'GET' && !('reads' in row))
    .map(({ method, path }) => `${method} ${path.replace(/\[([^\]]+)\]/g, '{$1}')}`)
    .filter((name) => operationDocuments[name.replace(/\{[^}]+\}/g, '{}')]?.resource === resource)
    .concat(resource === 'data' ? Object.keys(uploadWords) : [])
}
