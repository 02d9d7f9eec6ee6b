import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { Language } from '@/components/layout/language'
import { QueryProvider } from '@/components/layout/query-provider'
import { Toasts } from '@/components/layout/toasts'
import { pageNonce } from '@/lib/server/http/page-security'
import { pageLanguage } from './page-language'
import './globals.css'

export const metadata: Metadata = { title: { default: 'Vitrine', template: '%s · Vitrine' } }

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1318' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, head] = await Promise.all([pageLanguage(), headers()])
  const nonce = pageNonce(head.get('content-security-policy'))
  return (
    // next-themes sets the class before React wakes up.
    <html lang={language.locale === 'zh' ? 'zh-CN' : 'en'} suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange {...(nonce && { nonce })}>
          <Language {...language}>
            <NuqsAdapter>
              <QueryProvider>
                <div className="isolate">{children}</div>
                <Toasts />
              </QueryProvider>
            </NuqsAdapter>
          </Language>
        </ThemeProvider>
      </body>
    </html>
  )
}
