import type { SessionView } from '@/lib/contract/session'

declare module 'next-auth' {
  interface Session {
    id: SessionView['id']
    user: SessionView['user']
    project: SessionView['project']
    roles: SessionView['roles']
    way: SessionView['way']
    endsAt: SessionView['endsAt']
    secondsLeft: SessionView['secondsLeft']
  }
}
