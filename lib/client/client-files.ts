import type { ClientSettingsView } from '@/lib/contract/client-settings'
import type { SessionView } from '@/lib/contract/session'
import { shellWord } from './shell-word'

type Person = Pick<SessionView, 'user' | 'project' | 'way'>
type Cloud = Pick<ClientSettingsView, 'auth_url' | 'region_name' | 'interface'>

/** What an earlier sign-in may have left, and would change what this one means. */
const leftovers = [
  'CLOUD',
  'TOKEN',
  'PASSWORD',
  'USER_ID',
  'USER_DOMAIN_ID',
  'DOMAIN_ID',
  'DOMAIN_NAME',
  'SYSTEM_SCOPE',
  'TRUST_ID',
]
const ofPassword = ['USERNAME', 'USER_DOMAIN_NAME', 'PROJECT_ID', 'PROJECT_NAME', 'PROJECT_DOMAIN_NAME', 'PROJECT_DOMAIN_ID']
const ofCredential = ['APPLICATION_CREDENTIAL_ID', 'APPLICATION_CREDENTIAL_NAME', 'APPLICATION_CREDENTIAL_SECRET']

/** A file for `source` in bash or zsh: OpenStack's clients then act as this person in this project. It asks for what is secret. */
export function openrc(person: Person, settings: Cloud): string {
  const { auth, ...rest } = cloudOf(person, settings)
  const exported = Object.entries({ ...auth, ...rest }).map(
    ([name, value]) => `export OS_${name.toUpperCase()}=${shellWord(value)}`,
  )
  return [
    '# Read this into your shell: source FILE',
    `unset ${[...leftovers, ...ofPassword, ...ofCredential].map((name) => `OS_${name}`).join(' ')}`,
    ...exported,
    ...questions(person),
    '',
  ].join('\n')
}

/** Nobody signs in at the command line over another site: that takes an application credential. */
function questions({ way }: Person): string[] {
  if (way.kind === 'password') return [...question('PASSWORD', `'Password of %s: ' "$OS_USERNAME"`, '-rs')]
  const secret = question('APPLICATION_CREDENTIAL_SECRET', `'Secret of the application credential: '`, '-rs')
  if (way.kind === 'applicationCredential') return secret
  return [...question('APPLICATION_CREDENTIAL_ID', `'ID of an application credential: '`, '-r'), ...secret]
}

function question(name: string, prompt: string, how: string): string[] {
  return [`printf ${prompt} >&2`, `read ${how} OS_${name}`, `printf '\\n' >&2`, `export OS_${name}`]
}

/** A `clouds.yaml` with one cloud, `openstack`. What is secret belongs into `secure.yaml` beside it. */
export function cloudsYaml(person: Person, settings: Cloud): string {
  const { auth, ...rest } = cloudOf(person, settings)
  const lines = (values: Record<string, string>, indent: string) =>
    Object.entries(values).map(([name, value]) => `${indent}${name}: ${yamlText(value)}`)
  return [
    '# As ~/.config/openstack/clouds.yaml; the password or secret goes into secure.yaml beside it, under the same keys.',
    ...['clouds:', '  openstack:', '    auth:'],
    ...lines(auth, '      '),
    ...lines(rest, '    '),
    '',
  ].join('\n')
}

/** What the clients call all of this. */
function cloudOf({ user, project, way }: Person, { auth_url, region_name, interface: wanted }: Cloud) {
  const common = { identity_api_version: '3', interface: wanted, ...(region_name && { region_name }) }
  if (way.kind === 'password') {
    const person = { username: user.name, user_domain_name: user.domain }
    const scope = { project_id: project.id, project_name: project.name, project_domain_name: project.domain }
    return { auth: { auth_url, ...person, ...scope }, auth_type: 'password', ...common }
  }
  const credential = way.kind === 'applicationCredential' && { application_credential_id: way.id }
  return { auth: { auth_url, ...credential }, auth_type: 'v3applicationcredential', ...common }
}

/** Every JSON text is one of YAML, but for characters that some readers take for line breaks, or refuse. */
function yamlText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
