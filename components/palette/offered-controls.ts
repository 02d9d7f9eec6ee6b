'use client'

import { Zap } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Command } from './command'

const offered = 'main [data-page-actions] :is(button, a[href]), main :is(button, a[href])[data-page-actions]'

/** The buttons and links that the page has marked, each by its own name; pressed where they stand, they also get the focus back. */
function offeredControls(): Command[] {
  const controls = [...document.querySelectorAll<HTMLElement>(offered)]
  // What opens a menu is no action itself.
  return controls
    .filter((control) => !control.matches(':disabled, [aria-haspopup=menu]') && control.checkVisibility())
    .map(toCommand)
}

function toCommand(control: HTMLElement, at: number): Command {
  const label = control.ariaLabel ?? control.textContent.trim()
  return {
    ...{ id: `control-${at}`, label, icon: control.querySelector('svg') ?? Zap, ofPage: true },
    refused: control.ariaDisabled === 'true' ? descriptionOf(control) : undefined,
    run: () => {
      control.focus()
      control.click()
    },
  }
}

function descriptionOf(control: HTMLElement): string | undefined {
  return document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent
}

/** What the page's own controls do; the page may still get some while it is loading. */
export function useOfferedControls(): Command[] {
  const [commands, setCommands] = useState(offeredControls)
  useEffect(() => {
    const main = document.querySelector('main')
    if (!main) return
    const observer = new MutationObserver(() => setCommands(offeredControls()))
    const attributeFilter = ['disabled', 'aria-disabled']
    observer.observe(main, { subtree: true, childList: true, characterData: true, attributeFilter })
    setCommands(offeredControls())
    return () => observer.disconnect()
  }, [])
  return commands
}
