/** The mark of the product. Decoration: its name stands beside it, or in the link's label. */
export function ProductMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="7" className="fill-primary" />
      <path
        d="M8 9.5h16M8 9.5v13h16v-13M8 15h16M13 19h6"
        fill="none"
        strokeWidth="2.2"
        strokeLinejoin="round"
        strokeLinecap="round"
        className="stroke-on-primary"
      />
    </svg>
  )
}
