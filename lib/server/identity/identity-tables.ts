/** Names are unique inside their domain, as in Keystone; times are milliseconds since 1970. */
export interface IdentityTables {
  vitrine_domain: DomainTable
  vitrine_project: ProjectTable
  vitrine_user: UserTable
  vitrine_role: RoleTable
  vitrine_assignment: AssignmentTable
  vitrine_application_credential: ApplicationCredentialTable
  vitrine_application_credential_role: ApplicationCredentialRoleTable
  vitrine_token: TokenTable
}

interface DomainTable {
  id: string
  name: string
  description: string
  enabled: boolean
}

interface ProjectTable {
  id: string
  domain_id: string
  name: string
  description: string
  enabled: boolean
}

interface UserTable {
  id: string
  domain_id: string
  name: string
  description: string | null
  email: string | null
  default_project_id: string | null
  enabled: boolean
  /** Null where nobody can log in by a stored password. */
  password_hash: string | null
}

interface RoleTable {
  id: string
  name: string
  description: string | null
}

interface AssignmentTable {
  user_id: string
  role_id: string
  target_kind: 'project' | 'domain'
  target_id: string
}

interface ApplicationCredentialTable {
  id: string
  user_id: string
  project_id: string
  name: string
  description: string | null
  secret_hash: string
  unrestricted: boolean
  expires_at: number | null
}

interface ApplicationCredentialRoleTable {
  application_credential_id: string
  role_id: string
}

interface TokenTable {
  /** SHA-256 of the token; the token itself is kept nowhere. */
  fingerprint: string
  user_id: string
  target_kind: 'project' | 'domain' | 'none'
  target_id: string
  application_credential_id: string | null
  /** Comma lists. */
  methods: string
  audit_ids: string
  issued_at: number
  expires_at: number
}
