export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any
}

export interface Call {
  token?: string
  body?: unknown
  headers?: Record<string, string>
}

/** A person or program of the tests, with a token for the own project. */
export interface Person {
  id: string
  name: string
  projectId: string
  token: string
}

export type IdentityClient = ReturnType<typeof createIdentityClient>

/** Speaks to the identity API of a server under test; `prefix` is what stands before `/v3`. */
export function createIdentityClient({ url }: { url: string }, prefix = '/identity') {
  async function call(method: string, path: string, { token, body, headers }: Call = {}): Promise<Answer> {
    const response = await fetch(`${url}${prefix}/v3${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { 'x-auth-token': token }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
  }

  async function logIn(name: string, password: string, scope?: unknown): Promise<Answer> {
    const user = { name, domain: { name: 'Default' }, password }
    return call('POST', '/auth/tokens', { body: { auth: { identity: { methods: ['password'], password: { user } }, scope } } })
  }

  async function made(path: string, token: string, body: Record<string, unknown>) {
    const answer = await call('POST', path, { token, body })
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return Object.values(answer.body)[0] as { id: string; name: string }
  }

  async function administrator(): Promise<Person> {
    const { headers, body } = await logIn('admin', 'test-admin-password')
    const { user, project } = body.token
    return { id: user.id, name: user.name, projectId: project.id, token: tokenOf({ headers }) }
  }

  async function roleId(token: string, name: string): Promise<string> {
    return (await call('GET', `/roles?name=${name}`, { token })).body.roles[0].id
  }

  return {
    call,
    logIn,
    made,
    administrator,
    roleId,

    as(person: Person, method: string, path: string, body?: unknown): Promise<Answer> {
      return call(method, path, { token: person.token, ...(body === undefined ? {} : { body }) })
    },

    /** A new user with a role on a new project, both named `name`; the password is `name-password`. */
    async person(admin: Person, name: string, role = 'member'): Promise<Person> {
      const project = await made('/projects', admin.token, { project: { name } })
      const user = { name, password: `${name}-password`, default_project_id: project.id }
      const { id } = await made('/users', admin.token, { user })
      const path = `/projects/${project.id}/users/${id}/roles/${await roleId(admin.token, role)}`
      await call('PUT', path, { token: admin.token })
      return { id, name, projectId: project.id, token: tokenOf(await logIn(name, `${name}-password`)) }
    },
  }
}

export function tokenOf({ headers }: Pick<Answer, 'headers'>): string {
  const token = headers.get('x-subject-token')
  if (!token) throw new Error('The answer has no token')
  return token
}
