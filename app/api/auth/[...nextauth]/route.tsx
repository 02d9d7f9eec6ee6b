import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { sessionOptions } from '@/lib/server/auth/session-options'

interface Segments {
  params: Promise<{ nextauth: string[] }>
}

const answer = (request: NextRequest, segments: Segments) => NextAuth(sessionOptions())(request, segments)

export { answer as GET, answer as POST }
