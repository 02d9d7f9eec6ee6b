'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { isNotThere } from '@/lib/client/not-there'

interface Options {
  /** Whoever asks shows a failure in a place of its own. */
  quiet?: boolean
}

/** Changes the identity, then reads it anew; `done` is said when it has worked, unless it is null, and a failure in every case. */
export function useIdentityChange<T, R>(
  change: (input: T) => Promise<R>,
  done: (input: T, result: R) => string | null,
  { quiet = false }: Options = {},
) {
  const queries = useQueryClient()
  const fail = useProblemToast()
  const readAnew = () => queries.invalidateQueries({ queryKey: ['identity'] })
  return useMutation({
    mutationFn: change,
    onError: (error) => {
      if (!quiet) fail(error)
      // What is not there any more should not stand in the lists either.
      if (isNotThere(error)) void readAnew()
    },
    onSuccess: async (result, input) => {
      void queries.invalidateQueries({ queryKey: ['projects'] })
      await readAnew()
      const words = done(input, result)
      if (words !== null) toast.success(words)
    },
  })
}
