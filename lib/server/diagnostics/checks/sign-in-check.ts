import type { Check } from '../check'

/** Whether and how the caller is signed in. */
export const signInCheck: Check = {
  name: 'signIn',
  about: 'caller',
  run: async ({ facts }) => (await facts.signIn()).finding,
}
