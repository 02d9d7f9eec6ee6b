/** What one tab tells the others of an upload: it sends it now, it has stopped sending, or nobody shall have it any more. */
export interface TabNews {
  id: string
  what: 'taken' | 'left' | 'gone'
}

/** How the tabs of one person in this browser hear of each other. */
export interface TabLine {
  say(news: TabNews): void
  /** From now on; the tab that says something does not hear it itself. */
  listen(hear: (news: TabNews) => void): void
}

/** A line that opens when it is first used: a page that is rendered on a server has no tabs. */
export function openTabLine(userId: string): TabLine {
  let opened: BroadcastChannel | undefined
  const line = () => {
    opened ??= new BroadcastChannel(`vitrine-uploads-${userId}`)
    return opened
  }
  return {
    say: (news) => line().postMessage(news),
    listen(hear) {
      line().onmessage = ({ data }: MessageEvent<TabNews>) => hear(data)
    },
  }
}
