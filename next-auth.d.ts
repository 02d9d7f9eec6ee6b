import type { SessionView } from '@/lib/contract/session'

declare module 'next-auth' {
  interface Session {
    user: SessionView['user']
    project: SessionView['project']
    roles: SessionView['roles']
  }
}
