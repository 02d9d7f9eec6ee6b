'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { Session } from 'next-auth'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { signedInPath } from '@/lib/client/own-path'
import type { WebSsoChoice } from '@/lib/contract/session'
import { LaterStep } from './later-steps'
import { StepForm } from './step-form'
import { TextField } from './text-field'
import { type SignInState, useSignIn } from './use-sign-in'
import { WebSsoLinks } from './web-sso-links'

interface Props {
  open: boolean
  session: Session
  /** Who has signed in instead, if somebody has. */
  stranger: Session | null
  choices: readonly WebSsoChoice[]
  onSignedIn(): void
  onLeave(): void
}

/** Over the page, which stays as it is. The only other way out is to leave it. */
export function SignInAgainDialog({ open, stranger, onLeave, ...rest }: Props) {
  const t = useTranslations('signIn')
  return (
    <AlertDialog.Root open={open}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className="fixed inset-0 z-60 bg-scrim" />
        <AlertDialog.Popup className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-60 max-h-[90dvh] w-[calc(100vw-32px)] max-w-100 overflow-y-auto rounded-card border border-hairline bg-surface p-6 shadow-overlay outline-none">
          <AlertDialog.Title className="font-semibold text-section">
            {stranger ? t('strangerTitle') : t('againTitle')}
          </AlertDialog.Title>
          {stranger ? <Stranger session={rest.session} stranger={stranger} /> : <Again {...rest} />}
          {!stranger && (
            <Button variant="quiet" className="mt-2 w-full" onClick={onLeave}>
              {t('leave')}
            </Button>
          )}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

function Again({ session, choices, onSignedIn }: Pick<Props, 'session' | 'choices' | 'onSignedIn'>) {
  const t = useTranslations('signIn')
  const state = useSignIn({ onSignedIn })
  return (
    <>
      <AlertDialog.Description className="mt-2 mb-4 text-body text-muted">{t('againLead')}</AlertDialog.Description>
      {state.step.kind !== 'first' ? (
        <LaterStep state={state} />
      ) : session.way.kind === 'webSso' ? (
        <div className="space-y-2">
          <WebSsoLinks choices={choices} callbackUrl={signedInPath} inWindow />
        </div>
      ) : (
        <SecretStep state={state} session={session} />
      )}
    </>
  )
}

/** Who it is, is known: only what proves it is asked for. */
function SecretStep({ state, session: { way, user } }: { state: SignInState; session: Session }) {
  const t = useTranslations('signIn')
  if (way.kind === 'applicationCredential') {
    return (
      <StepForm state={state} onSubmit={({ secret = '' }) => state.send('application-credential', { id: way.id, secret })}>
        <TextField name="credential" label={t('credentialName')} defaultValue={way.name} readOnly />
        <TextField name="secret" label={t('credentialSecret')} type="password" autoComplete="off" />
      </StepForm>
    )
  }
  return (
    <StepForm state={state} onSubmit={(fields) => state.send('password', { ...fields, domain: user.domain, user: user.name })}>
      <TextField name="user" label={t('user')} defaultValue={user.name} autoComplete="username" readOnly />
      <TextField name="password" label={t('password')} type="password" autoComplete="current-password" />
    </StepForm>
  )
}

function Stranger({ session, stranger }: { session: Session; stranger: Session }) {
  const t = useTranslations('signIn')
  const former = { formerUser: session.user.name, formerProject: session.project.name }
  return (
    <>
      <AlertDialog.Description className="mt-2 mb-4 text-body text-muted">
        {t('strangerText', { user: stranger.user.name, project: stranger.project.name, ...former })}
      </AlertDialog.Description>
      <Button variant="primary" className="w-full" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </>
  )
}
