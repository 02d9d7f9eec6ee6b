import type {} from 'use-intl'
import type en from './messages/en.json'

export type Messages = typeof en

declare module 'use-intl' {
  interface AppConfig {
    Locale: import('./locale').WrittenLocale
    Messages: Messages
  }
}
