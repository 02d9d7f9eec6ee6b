import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { sessionOptions } from '@/lib/server/auth/session-options'
import { endWebSso } from '@/lib/server/auth/web-sso'

interface Segments {
  params: Promise<{ nextauth: string[] }>
}

async function answer(request: NextRequest, segments: Segments): Promise<Response> {
  const response: Response = await NextAuth(sessionOptions())(request, segments)
  if (!request.nextUrl.pathname.endsWith('/callback/web-sso')) return response
  for (const cookie of endWebSso()) response.headers.append('set-cookie', cookie)
  return response
}

export { answer as GET, answer as POST }
