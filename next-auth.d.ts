import type { SessionView } from '@/lib/contract/session'

declare module 'next-auth' {
  interface Session extends SessionView {}
}
