'use client'

import { type MouseEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useGo } from '@/components/layout/use-go'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { assertReadable } from '@/lib/client/api'
import { fileName, type ImageView } from '@/lib/client/image-view'
import { signInHref } from '@/lib/client/own-path'
import { paths } from '@/lib/contract/paths'
import { isProblem } from '@/lib/contract/problem'

/** What makes a link download an image's data, and what starts that without one. */
export function useDownload(image: ImageView) {
  const start = useDownloadStart(image)
  const onClick = (event: MouseEvent) => {
    // With a modifier the person wants the browser's own way: another tab, or a place to choose.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    start()
  }
  return { link: { ...fileOf(image), onClick }, start }
}

/** Downloads an image's data. A browser says nothing of a refused download, so the page asks first. */
function useDownloadStart(image: ImageView): () => void {
  const t = useTranslations('signIn')
  const go = useGo()
  const showProblem = useProblemToast()
  const asking = useRef(false)
  const { href, download } = fileOf(image)

  async function ask() {
    asking.current = true
    try {
      await assertReadable(href)
      save(href, download)
    } catch (error) {
      const ended = isProblem(error) && error.kind === 'unauthenticated'
      const here = window.location.pathname + window.location.search
      const action = { label: t('submit'), onClick: () => go(signInHref(here, true)) }
      showProblem(error as Error, ended ? action : undefined)
    } finally {
      asking.current = false
    }
  }

  return () => {
    if (!asking.current) void ask()
  }
}

function fileOf(image: ImageView) {
  return { href: paths.imageFile(image.id), download: fileName(image) }
}

function save(href: string, download: string) {
  const link = Object.assign(document.createElement('a'), { href, download })
  document.body.append(link)
  link.click()
  link.remove()
}
