import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { KeysProvider } from '@/components/layout/keys'
import { SignedIn } from '@/components/layout/session'
import { SettingsProvider } from '@/components/layout/settings'
import { Shell } from '@/components/layout/shell'
import { UploadProvider } from '@/components/uploads/upload-provider'
import { readSettings, settingsCookie } from '@/lib/client/settings'
import { pageSession } from '@/lib/server/auth/page-session'
import { webSsoChoices } from '@/lib/server/auth/web-sso'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await pageSession()
  // Without a session the page itself leads to the sign-in, because it knows the way back.
  if (!session) return children
  const settings = readSettings((await cookies()).get(settingsCookie(session.user.id))?.value)
  return (
    <SignedIn session={session} choices={webSsoChoices()}>
      <SettingsProvider initial={settings}>
        <KeysProvider>
          <UploadProvider>
            <Shell>{children}</Shell>
          </UploadProvider>
        </KeysProvider>
      </SettingsProvider>
    </SignedIn>
  )
}
