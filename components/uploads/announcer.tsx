'use client'

import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { patiently } from '@/lib/client/patiently'
import { type Announcement, announcementsBetween, type End, isEnd } from '@/lib/client/uploads/announcements'
import type { Upload } from '@/lib/client/uploads/upload'
import { useUploadList } from './upload-provider'

const EndToast = dynamic(
  patiently(() => import('./upload-end').then((module) => module.EndToast)),
  { ssr: false },
)
const FailureReason = dynamic(
  patiently(() => import('./upload-end').then((module) => module.FailureReason)),
  { ssr: false },
)

/** The one polite live region of uploads; ends are shown as toasts too, which keep silent. */
export function Announcer() {
  const t = useTranslations('uploads.live')
  const { news, ends } = useNews()
  return (
    <>
      {/* Not atomic: the reason of a failure comes a moment after the rest, and is said alone then. */}
      <div role="status" aria-live="polite" aria-atomic={false} className="sr-only">
        {news.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files of one name may have the same news at once
          <div key={index}>
            {t(each.key, { name: each.name, percent: `${shareOf(each) * 100}%` })}
            {each.key === 'failed' && <FailureReason upload={each.upload} />}
          </div>
        ))}
      </div>
      {ends.map(({ upload }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows, and the same upload may end again
        <EndToast key={index} upload={upload} />
      ))}
    </>
  )
}

const shareOf = (news: Announcement) => (isEnd(news) ? 1 : (news.share ?? 0))

const toldMs = 20_000

/** What is to be told now, and every end that there has been. */
function useNews() {
  const uploads = useUploadList()
  const before = useRef<readonly Upload[]>([])
  const [news, setNews] = useState<readonly Announcement[]>([])
  const [ends, setEnds] = useState<readonly End[]>([])
  useEffect(() => {
    const latest = announcementsBetween(before.current, uploads)
    before.current = uploads
    if (latest.length === 0) return
    setNews(latest)
    setEnds((known) => [...known, ...latest.filter(isEnd)])
  }, [uploads])
  useEffect(() => {
    if (news.length === 0) return
    // Whoever reads the page later meets each reason once, in its row.
    const timer = setTimeout(() => setNews([]), toldMs)
    return () => clearTimeout(timer)
  }, [news])
  return { news, ends }
}
