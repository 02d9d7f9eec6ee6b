'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useImageName } from '@/components/images/image-name'
import { useSignedIn } from '@/components/layout/session'
import { toast } from '@/components/ui/toast'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { imageQueries } from '@/lib/client/image-queries'
import { answerShare, type Share, shareQueries } from '@/lib/client/sharing'
import type { MemberStatus } from '@/lib/contract/member'

const undoMs = 10_000

/** Answers to a share for the own project, and offers for ten seconds to take that back. False where it failed. */
export function useAnswer(): (share: Share, status: MemberStatus) => Promise<boolean> {
  const t = useTranslations('shares')
  const { project } = useSignedIn()
  const client = useQueryClient()
  const nameOf = useImageName()
  const showProblem = useProblemToast()

  async function answer({ image }: Share, status: MemberStatus): Promise<boolean> {
    try {
      await answerShare(image.id, project.id, status)
      return true
    } catch (error) {
      showProblem(error as Error)
      return false
    } finally {
      await client.invalidateQueries({ queryKey: shareQueries.all })
      void client.invalidateQueries({ queryKey: imageQueries.all })
    }
  }

  return async (share, status) => {
    if (!(await answer(share, status))) return false
    const undo = async () => {
      if (await answer(share, share.member.status)) toast.success(t('undone'))
    }
    toast.success(t(`done.${status}`, { name: nameOf(share.image) }), {
      duration: undoMs,
      ...(status === 'accepted' && {
        description: (
          <Link href="/images?tab=shared" className="text-primary underline">
            {t('seeAccepted')}
          </Link>
        ),
      }),
      action: { label: t('undo'), onClick: () => void undo() },
    })
    return true
  }
}
