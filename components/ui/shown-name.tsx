import { nameParts } from '@/lib/client/name-text'

interface Props {
  name: string
  /** Of a text that may have several lines: their ends are left as they are. */
  lines?: boolean
}

/** What somebody has named or written, kept apart from the text around it; characters that are not seen stand there as marks. */
export function ShownName({ name, lines = false }: Props) {
  const texts = lines ? name.split(/([\t\r\n]+)/) : [name]
  return (
    <bdi className="wrap-anywhere">
      {texts.flatMap((text, at) =>
        at % 2 === 1
          ? text
          : nameParts(text).map((part, index) =>
              part.mark ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: equal parts are told apart by nothing else.
                <small key={`${at} ${index}`} className="mx-px text-attention text-meta">
                  {part.text}
                </small>
              ) : (
                part.text
              ),
            ),
      )}
    </bdi>
  )
}
