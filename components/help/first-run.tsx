'use client'

import { Download, Globe } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { useClientFiles } from '@/components/layout/use-client-files'
import { useRefusal } from '@/components/layout/use-refusal'
import { Button, buttonClass } from '@/components/ui/button'
import { Command } from '@/components/ui/command'
import { DropZone } from '@/components/uploads/drop-zone'

/** What stands where a project has no image yet: the ways in. */
export function FirstRun() {
  const t = useTranslations()
  const { project } = useSignedIn()
  const refusal = useRefusal('add_image')
  return (
    <div className="space-y-4">
      <DropZone
        title={t('images.emptyTitle', { project: project.name })}
        text={t('images.emptyText')}
        touchText={t('images.emptyTouch')}
      />
      {/* Whoever may not create images has no use for other ways to. */}
      {!refusal && (
        <div className="grid gap-4 lg:grid-cols-2">
          <FromUrl />
          <CommandLine />
        </div>
      )}
    </div>
  )
}

function FromUrl() {
  const t = useTranslations('firstRun')
  return (
    <Way title={t('urlTitle')} text={t('urlText')}>
      <Link href="/images/new?from=url" className={buttonClass()}>
        <Globe size={16} aria-hidden />
        {t('url')}
      </Link>
    </Way>
  )
}

function CommandLine() {
  const t = useTranslations()
  const save = useClientFiles()
  return (
    <Way title={t('firstRun.commandTitle')} text={t('firstRun.commandText')}>
      <Command text="openstack image create --disk-format qcow2 --file FILE NAME" what={t('help.command')} wraps />
      <Button onClick={() => save('openrc')}>
        <Download size={16} aria-hidden />
        {t('user.openrc')}
      </Button>
    </Way>
  )
}

function Way({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 space-y-3 rounded-card border border-hairline bg-surface p-4">
      <h2 id={id} className="font-semibold text-section">
        {title}
      </h2>
      <p className="text-muted text-table">{text}</p>
      {children}
    </section>
  )
}
