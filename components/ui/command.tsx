'use client'

import { clsx } from 'clsx'
import { CopyButton } from './copy-button'

interface Props {
  text: string
  /** What the command is, for the button that copies it. */
  what: string
  /** No word of it has blanks within. */
  wraps?: boolean
}

/** A command to be copied, on one line: a broken file name would no longer be one word. */
export function Command({ text, what, wraps = false }: Props) {
  return (
    <div className="flex items-start gap-1 rounded-control border border-hairline bg-surface px-2 py-1">
      <code
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className={clsx(
          'min-w-0 flex-1 overflow-x-auto font-mono text-ink text-meta leading-6',
          wraps ? 'whitespace-pre-wrap' : 'whitespace-pre',
        )}
      >
        {text}
      </code>
      <CopyButton text={text} what={what} />
    </div>
  )
}
