'use client'

import { useDefinitionText } from './use-definition-text'

/** What a definition says at length, in the person's language; what stands between backticks is code. */
export function DefinitionWords({ text }: { text: string }) {
  const parts = useDefinitionText()(text).split(/`([^`]+)`/)
  return parts.map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: equal parts are told apart by nothing else.
      <code key={at} className="font-mono">
        {part}
      </code>
    ) : (
      part
    ),
  )
}
