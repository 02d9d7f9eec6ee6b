/** Who a token belongs to, as Keystone said. */
export interface Identity {
  userId: string
  userName: string
  userDomainId: string
  /** What the token is scoped to. Only a project's token may use the Image API. */
  scope: 'project' | 'domain' | 'system' | 'none'
  /** Null unless the scope is a project. */
  projectId: string | null
  projectName: string | null
  projectDomainId: string | null
  /** Of a token whose scope is a domain; undefined for every other. */
  domainId?: string | undefined
  /** Lower case, with implied roles. */
  roles: readonly string[]
  expiresAt: Date
  /** What the application credential behind the token is restricted to; undefined where it is not. */
  accessRules?: readonly { service: string; method: string; path: string }[] | undefined
}

/** One authenticated request: the identity, and what the request needs on its way down. */
export interface Context extends Identity {
  /** `req-<uuid>`, also in the answer's `x-openstack-request-id`. */
  requestId: string
  /** The token that the caller presented; for calls on the caller's behalf, never for the log. */
  token: string
  isAdmin: boolean
  /** Roles of the service that passes the request on, from `X-Service-Token`; never the caller's own. */
  serviceRoles?: readonly string[]
  /** A caller without a token, who may look at public images where the operator allows it. */
  readOnly?: true
  /** Another node of this service has sent the request on: it is not to be sent on again. */
  forwarded?: true
  /** Fires when the client goes away or the server stops. */
  signal: AbortSignal
}
