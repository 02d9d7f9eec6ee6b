import type { ReactNode } from 'react'
import { SignedIn } from '@/components/layout/session'
import { Shell } from '@/components/layout/shell'
import { UploadProvider } from '@/components/uploads/upload-provider'
import { pageSession } from '@/lib/server/auth/page-session'
import { webSsoChoices } from '@/lib/server/auth/web-sso'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await pageSession()
  // Without a session the page itself leads to the sign-in, because it knows the way back.
  if (!session) return children
  return (
    <SignedIn session={session} choices={webSsoChoices()}>
      <UploadProvider>
        <Shell>{children}</Shell>
      </UploadProvider>
    </SignedIn>
  )
}
