'use client'

import { Dialog } from '@base-ui/react/dialog'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { HeldTyping } from '@/lib/client/held-typing'
import type { Command } from './command'
import { CommandList, type Finding } from './command-list'
import { ImageOverlays, type Opened } from './image-overlays'
import { type Opens, useImageCommands, useOpenImage } from './use-image-page'

interface Props {
  open: boolean
  onClose(): void
  onHelp(): void
  /** Gives what was typed before the field was there. */
  onTakeTyping(): HeldTyping
}

/** Everything that there is to go to or to do, by typing a part of its name. */
export function Palette({ open, onClose, ...rest }: Props) {
  const t = useTranslations('commands')
  const image = useOpenImage()
  const here = usePathname()
  const [opened, setOpened] = useState<Opened>(null)
  // What was opened over a page goes with it.
  if (opened && opened.at !== here) setOpened(null)
  const { hold, release } = useOnceGone()
  const run = (command: Command) => {
    if (command.ofPage) hold(command.run)
    onClose()
    if (!command.ofPage) command.run()
  }
  return (
    <>
      <Dialog.Root open={open} onOpenChange={(next) => next || onClose()} onOpenChangeComplete={(now) => now || release()}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
          <Dialog.Popup className="-translate-x-1/2 fixed top-[10dvh] left-1/2 z-50 flex max-h-[70dvh] w-[calc(100vw-16px)] max-w-150 flex-col overflow-hidden rounded-card border border-hairline bg-surface shadow-overlay outline-none">
            <Dialog.Title className="sr-only">{t('open')}</Dialog.Title>
            <Commands
              image={image}
              onOpen={(sheet) => setOpened({ at: here, sheet })}
              onRefused={(refusal) => setOpened({ at: here, refusal })}
              onRun={run}
              {...rest}
            />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      {image && <ImageOverlays key={image.id} image={image} opened={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

interface CommandsProps extends Finding, Opens {
  image: ReturnType<typeof useOpenImage>
}

/** Whether there is an image is settled when the palette opens: what is typed stays in one field. */
function Commands({ image, ...props }: CommandsProps) {
  const [first] = useState(image)
  return first ? <ImageCommands image={image ?? first} {...props} /> : <CommandList {...props} />
}

function ImageCommands({ image, onOpen, onRefused, ...props }: CommandsProps & { image: NonNullable<CommandsProps['image']> }) {
  return <CommandList ofImage={useImageCommands(image, { onOpen, onRefused })} {...props} />
}

/** Keeps what is to be done until the palette has given the focus back to the page. */
function useOnceGone() {
  const held = useRef<(() => void) | null>(null)
  const [due, setDue] = useState<{ run(): void } | null>(null)
  useEffect(() => {
    // In the order of things: the focus goes back by a microtask of what is gone by now.
    if (due) queueMicrotask(due.run)
  }, [due])
  const hold = (run: () => void) => {
    held.current = run
  }
  const release = () => {
    if (held.current) setDue({ run: held.current })
    held.current = null
  }
  return { hold, release }
}
