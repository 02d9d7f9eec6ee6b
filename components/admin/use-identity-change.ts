'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useProblemToast } from '@/components/ui/use-problem-toast'

/** Changes the identity, then reads it anew; `done` is said when it has worked, a failure in every case. */
export function useIdentityChange<T>(change: (input: T) => Promise<unknown>, done: (input: T) => string) {
  const queries = useQueryClient()
  const fail = useProblemToast()
  return useMutation({
    mutationFn: change,
    onError: (error) => fail(error),
    onSuccess: async (_, input) => {
      void queries.invalidateQueries({ queryKey: ['projects'] })
      await queries.invalidateQueries({ queryKey: ['identity'] })
      toast.success(done(input))
    },
  })
}
