/** Why a connection came to nothing. */
export type ConnectionFailure =
  | 'unknownHost'
  | 'refused'
  | 'timeout'
  | 'tlsUntrusted'
  | 'tlsExpired'
  | 'tlsHostname'
  | 'tlsOnPlainPort'

const failuresByCode: Readonly<Record<string, ConnectionFailure>> = {
  ENOTFOUND: 'unknownHost',
  EAI_AGAIN: 'unknownHost',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'timeout',
  ENETUNREACH: 'timeout',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tlsUntrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tlsUntrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tlsUntrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'tlsUntrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tlsUntrusted',
  CERT_HAS_EXPIRED: 'tlsExpired',
  CERT_NOT_YET_VALID: 'tlsExpired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tlsHostname',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tlsOnPlainPort',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tlsOnPlainPort',
  EPROTO: 'tlsOnPlainPort',
}

/** By the code of Node's error; undefined for others. */
export function connectionFailureOf(error: unknown): ConnectionFailure | undefined {
  return error instanceof Error && 'code' in error ? failuresByCode[String(error.code)] : undefined
}

export const connectionFailureTexts: Readonly<Record<ConnectionFailure, string>> = {
  unknownHost: 'the host name cannot be resolved',
  refused: 'the connection is refused: nothing listens there',
  timeout: 'no answer within the time',
  tlsUntrusted: 'the certificate is signed by an authority that is not trusted here',
  tlsExpired: 'the certificate has expired, or is not valid yet',
  tlsHostname: 'the certificate is for another host name',
  tlsOnPlainPort: 'https is asked of a port that speaks plain http',
}
