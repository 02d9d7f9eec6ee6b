import type { Services } from './services'

/** What the start prints: where the dashboard is, how the administrator logs in, and the lines that make the clients work. */
export function welcomeText({ config, identity, keystoneUrl }: Services, ownAddress: string): string {
  const url = config.DEFAULT.public_endpoint || ownAddress
  const dashboard = `Vitrine is running. Dashboard and Image API: ${url}`
  if (!identity) return `${dashboard}\nPeople log in with their account at ${keystoneUrl}\n`
  const { administrator, region } = identity
  return `${dashboard}
${logInText(administrator)}
For openstack and glance, paste into a shell:

export OS_AUTH_URL=${url}/identity/v3
export OS_IDENTITY_API_VERSION=3
export OS_USERNAME=${administrator.name}
export OS_PROJECT_NAME=admin
export OS_USER_DOMAIN_NAME=Default
export OS_PROJECT_DOMAIN_NAME=Default
export OS_REGION_NAME=${region}
${passwordLine(administrator)}
`
}

type Administrator = NonNullable<Services['identity']>['administrator']

function logInText({ name, newPassword, chosen }: Administrator): string {
  if (newPassword) return `Log in as ${name} with the password ${newPassword}   (it is not shown again)`
  if (chosen) return `Log in as ${name} with the password in VITRINE_ADMIN_PASSWORD.`
  return `Log in as ${name}. If the password is lost, start once with VITRINE_ADMIN_PASSWORD set to a new one.`
}

/** The last of the lines, because the shell may have to ask. */
function passwordLine({ name, newPassword, chosen }: Administrator): string {
  if (newPassword) return `export OS_PASSWORD=${newPassword}`
  if (chosen) return 'export OS_PASSWORD="$VITRINE_ADMIN_PASSWORD"'
  return `read -rsp 'Password of ${name}: ' OS_PASSWORD && export OS_PASSWORD`
}
