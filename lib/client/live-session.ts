import type { Session } from 'next-auth'

const sessionPath = '/api/auth/session'
/** What next-auth writes in one tab for the others when somebody signs in or out. */
const newsKey = 'nextauth.message'

type Listener = () => void

/**
 * The session as it is now, in this tab: the one that the page was made for until something newer is known. It speaks to
 * next-auth's routes itself, because next-auth's own code for the browser weighs more than the image list.
 */
export function createLiveSession(first: Session) {
  let session: Session | null = first
  const listeners = new Set<Listener>()
  const keep = (now: Session | null) => {
    session = now
    for (const listener of listeners) listener()
    return now
  }
  const refresh = async () => keep(await ask(sessionPath))
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === newsKey && newValue !== null) void refresh().catch(() => undefined)
  }
  return {
    now: () => session,
    refresh,
    /** Asks for another session in place of this one; null where it was refused. */
    async change(data: { projectId: string }): Promise<Session | null> {
      const { csrfToken } = (await answered('/api/auth/csrf')) as { csrfToken: string }
      const body = JSON.stringify({ csrfToken, data })
      const changed = await ask(sessionPath, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      tellOtherTabs()
      return keep(changed)
    },
    subscribe(listener: Listener) {
      if (listeners.size === 0) window.addEventListener('storage', hear)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.removeEventListener('storage', hear)
      }
    },
  }
}

export type LiveSession = ReturnType<typeof createLiveSession>

/** next-auth answers an empty object where nobody is signed in. */
async function ask(path: string, init?: RequestInit): Promise<Session | null> {
  const session = (await answered(path, init)) as Session
  return Object.keys(session).length > 0 ? session : null
}

async function answered(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(path, init)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}

/** As next-auth does it. A browser that forbids it has tabs that find out by themselves. */
function tellOtherTabs() {
  const news = { event: 'session', data: { trigger: 'getSession' }, timestamp: Date.now() }
  try {
    localStorage.setItem(newsKey, JSON.stringify(news))
  } catch {
    // Their next request says so.
  }
}
