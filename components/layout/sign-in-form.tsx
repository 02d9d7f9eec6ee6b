'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass, Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { lastDomain, lastProject } from '@/lib/client/remembered'
import { type SignInFailure, signInFailures } from '@/lib/contract/session'
import { DiagnoseLink } from './diagnose-link'
import { LanguageChoice } from './language-choice'
import { ProductMark } from './product'

type Failure = SignInFailure | 'required' | 'offline'

/** The sign-in page. The project is chosen for the person: the last one, else the first. */
export function SignInForm({ callbackUrl, ended }: { callbackUrl: string; ended: boolean }) {
  const t = useTranslations('signIn')
  const [domain, setDomain] = useState('Default')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const user = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  useEffect(() => {
    setDomain(lastDomain.read() ?? 'Default')
    user.current?.focus()
  }, [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<'domain' | 'user' | 'password', string>
    if (!given.domain || !given.user || !given.password) return setFailure('required')
    setBusy(true)
    const failed = await attempt(given)
    if (!failed) {
      lastDomain.write(given.domain)
      return window.location.assign(callbackUrl)
    }
    setBusy(false)
    setFailure(failed)
    password.current?.focus()
  }

  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[12dvh] pb-8">
      <div className="w-full max-w-90">
        <div className="mb-6 flex items-center gap-3">
          <ProductMark size={32} />
          <div>
            <h1 className="font-semibold text-page">{t('title')}</h1>
            <p className="text-muted text-table">{t('lead')}</p>
          </div>
        </div>
        <form onSubmit={submit} noValidate className="space-y-4 rounded-card border border-hairline bg-surface p-6">
          {failure ? (
            <Notice tone="failed" role="alert" title={t(failure)} actions={failure !== 'required' && <DiagnoseLink />} />
          ) : (
            ended && <Notice tone="waiting" role="status" title={t('ended')} actions={<DiagnoseLink />} />
          )}
          <Field id="domain" label={t('domain')}>
            <input
              id="domain"
              name="domain"
              value={domain}
              onChange={(event) => setDomain(event.target.value)}
              autoCapitalize="none"
              autoComplete="organization"
              spellCheck={false}
              className={controlClass}
            />
          </Field>
          <Field id="user" label={t('user')}>
            <input
              ref={user}
              id="user"
              name="user"
              autoCapitalize="none"
              autoComplete="username"
              spellCheck={false}
              className={controlClass}
            />
          </Field>
          <Field id="password" label={t('password')}>
            <input
              ref={password}
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              className={controlClass}
            />
          </Field>
          <Button type="submit" variant="primary" disabled={busy} className="w-full">
            {busy ? t('submitting') : t('submit')}
          </Button>
        </form>
        <LanguageChoice />
      </div>
    </main>
  )
}

async function attempt(given: { domain: string; user: string; password: string }): Promise<Failure | null> {
  try {
    const result = await signIn('credentials', { ...given, lastProject: lastProject.read() ?? '', redirect: false })
    if (result?.ok && !result.error) return null
    return signInFailures.find((known) => known === result?.error) ?? 'badAnswer'
  } catch {
    return 'offline'
  }
}
