import type { useTranslations } from 'use-intl'
import type { CheckResult, Verdict } from '@/lib/contract/diagnostics'
import type { Locale } from './locale'

export type DiagnosisTranslator = ReturnType<typeof useTranslations<'diagnostics'>>

/** Words for what the server found; `lang` where they are its own English ones on a page of another language. */
export interface Wording {
  text: string
  lang: 'en' | undefined
}

export type DiagnosisWords = ReturnType<typeof createDiagnosisWords>

/** Words what the checks found in the person's language: by cause, else by check, else as the server does. */
export function createDiagnosisWords(t: DiagnosisTranslator, locale: Locale) {
  const native = locale === 'en'
  type Key = Parameters<typeof t.has>[0]
  // A server may know causes and checks that this page does not.
  const known = (key: string) => (t.has(key as Key) ? t(key as Key) : undefined)
  const ours = (text: string): Wording => ({ text, lang: undefined })
  const servers = (text: string): Wording => ({ text, lang: native ? undefined : 'en' })
  const causeSays = (cause: string | null | undefined) => (cause ? known(`cause.${cause}.says`) : undefined)

  return {
    title: ({ name }: CheckResult) => known(`check.${name}.title`) ?? name,
    state: ({ status }: CheckResult) => t(`state.${status}`),

    /** The server's English tells more than the words by cause, and is taken where the page speaks English. */
    summary({ name, status, skipped, cause, summary }: CheckResult): Wording {
      if (native) return servers(summary)
      const why = skipped && known(`skipped.${skipped}`)
      const words = status === 'skipped' ? (why ?? t('notChecked')) : (causeSays(cause) ?? known(`check.${name}.${status}`))
      return words === undefined ? servers(summary) : ours(words)
    },

    /** What is wrong and whose move it is, in a sentence or two. */
    verdict({ cause, who, sentence }: Verdict, results: readonly CheckResult[]): Wording {
      const signedIn = results.some(({ name, status }) => name === 'token' && status === 'pass')
      if (cause === null) return native ? servers(sentence) : ours(t(`verdict.${withoutCause(who, signedIn)}`))
      const says = causeSays(cause)
      if (says === undefined) return servers(sentence)
      const fine = who !== 'you' && signedIn ? t('verdict.signInFine') : ''
      return ours([fine, says, t(`move.${who}`)].filter(Boolean).join(native ? ' ' : ''))
    },

    /** What to do about it; undefined where nothing is to be done. */
    advice({ cause, fix }: Pick<Verdict, 'cause' | 'fix'>): Wording | undefined {
      if (native && fix) return servers(fix.text)
      const words = cause ? known(`cause.${cause}.do`) : undefined
      if (words !== undefined) return ours(words)
      return fix && servers(fix.text)
    },
  }
}

function withoutCause(who: Verdict['who'], signedIn: boolean) {
  if (who !== 'nobody') return 'unclear'
  return signedIn ? 'fine' : 'nothing'
}
