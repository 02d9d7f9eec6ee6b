'use client'

import { clsx } from 'clsx'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Command } from '@/components/ui/command'
import { Sheet } from '@/components/ui/sheet'
import { type DescribedImage, describeForCommands } from '@/lib/client/commands/described-image'
import { type Commands, curlCommands, glanceCommands, openstackCommands } from '@/lib/client/commands/shell-commands'
import { terraformBlocks } from '@/lib/client/commands/terraform'
import type { ImageView } from '@/lib/client/image-view'
import { useImageName } from './image-name'

const tools = {
  openstack: openstackCommands,
  glance: glanceCommands,
  terraform: terraformBlocks,
  curl: curlCommands,
} as const satisfies Record<string, (image: DescribedImage) => Commands>

type Tool = keyof typeof tools

const labels: Record<Tool, string> = { openstack: 'openstack', glance: 'glance', terraform: 'Terraform', curl: 'curl' }

interface Props {
  image: ImageView
  onClose(): void
}

/** The image as the commands of other tools: one that makes such an image, and one that gets this one. */
export function CopyAsSheet({ image, onClose }: Props) {
  const t = useTranslations()
  const name = useImageName()(image)
  const [tool, setTool] = useState<Tool>('openstack')
  const { make, fetch } = tools[tool](describeForCommands(image, window.location.origin))
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('copyAs.title', { name })}
      lead={t('copyAs.lead')}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <div className="space-y-4">
        <ToolChoice tool={tool} onChoose={setTool} />
        {(['fetch', 'make'] as const).map((kind) => (
          <section key={kind} aria-labelledby={`copy-as-${kind}`}>
            <h3 id={`copy-as-${kind}`} className="mb-1 font-medium text-table">
              {t(tool === 'terraform' ? `copyAs.terraform.${kind}` : `copyAs.${kind}`)}
            </h3>
            <Command text={kind === 'make' ? make : fetch} what={t(`copyAs.${kind}`)} />
          </section>
        ))}
        <p className="text-meta text-muted">{t(`copyAs.hint.${tool}`)}</p>
      </div>
    </Sheet>
  )
}

interface ChoiceProps {
  tool: Tool
  onChoose(tool: Tool): void
}

function ToolChoice({ tool, onChoose }: ChoiceProps) {
  const t = useTranslations('copyAs')
  const name = useId()
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t('tool')}</legend>
      {(Object.keys(tools) as Tool[]).map((each) => (
        <label
          key={each}
          className={clsx(
            'inline-flex h-8 items-center gap-2 rounded-control border px-3 text-table has-focus-visible:outline-2',
            each === tool ? 'border-primary text-primary' : 'border-control text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={each === tool}
            onChange={() => onChoose(each)}
            className="size-4 accent-primary"
          />
          {labels[each]}
        </label>
      ))}
    </fieldset>
  )
}
