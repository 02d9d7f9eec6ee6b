const subjects = new WeakMap<object, string>()

/** Says what a request is about, where its path does not. */
export function noteSubject(ctx: object, id: string) {
  subjects.set(ctx, id)
}

export function subjectOf(ctx: object): string | undefined {
  return subjects.get(ctx)
}
