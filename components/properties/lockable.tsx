import type { ReactNode } from 'react'

interface Props {
  /** The id of what says why nothing in it can be changed; without it everything can. */
  lock: string | undefined
  children: ReactNode
}

/** Controls that can all be changed, or none of them, for one reason. */
export function Lockable({ lock, children }: Props) {
  return (
    <fieldset disabled={lock !== undefined} aria-describedby={lock} className="min-w-0 [&_:disabled]:cursor-not-allowed">
      {children}
    </fieldset>
  )
}
