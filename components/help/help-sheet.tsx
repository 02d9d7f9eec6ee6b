'use client'

import { BookOpen } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { useSettings } from '@/components/layout/settings'
import { useClientFiles } from '@/components/layout/use-client-files'
import { Button, buttonClass } from '@/components/ui/button'
import { Command } from '@/components/ui/command'
import { Sheet } from '@/components/ui/sheet'
import { helpOn } from '@/lib/client/help-topics'
import { KeyList } from './key-list'

interface Props {
  open: boolean
  onClose(): void
}

/** The one place for help: what this page is for, the commands that do the same, and the keys. */
export function HelpSheet({ open, onClose }: Props) {
  const t = useTranslations()
  const { topic, commands } = helpOn(usePathname())
  const { settings, change } = useSettings()
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('help.title')}
      lead={t(`help.topic.${topic}`)}
      footer={
        <Link href="/docs/api" target="_blank" className={buttonClass()}>
          <BookOpen size={16} aria-hidden />
          {t('help.api')}
        </Link>
      }
    >
      <div className="space-y-6">
        {commands.length > 0 && <Commands commands={commands} />}
        <section className="space-y-2">
          <h3 className="font-semibold text-body">{t('help.keys')}</h3>
          <Checkbox label={t('user.keys')} checked={settings.keys} onChange={({ target }) => change({ keys: target.checked })} />
          <p className="text-muted text-table">{t(settings.keys ? 'help.keysOn' : 'help.keysOff')}</p>
          <KeyList />
        </section>
      </div>
    </Sheet>
  )
}

function Commands({ commands }: { commands: readonly string[] }) {
  const t = useTranslations()
  const save = useClientFiles()
  const id = useId()
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h3 id={id} className="font-semibold text-body">
        {t('help.commands')}
      </h3>
      <p className="text-muted text-table">{t('help.commandsText')}</p>
      {commands.map((command) => (
        <Command key={command} text={command} what={t('help.command')} />
      ))}
      <p className="flex flex-wrap gap-2 pt-1">
        <Button size="small" onClick={() => save('openrc')}>
          {t('user.openrc')}
        </Button>
        <Button size="small" onClick={() => save('clouds')}>
          {t('user.clouds')}
        </Button>
      </p>
    </section>
  )
}
