/** The product's mark: an arrow that turns back. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g className="fill-none stroke-on-accent" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M21.5 22.5a8 8 0 1 0-11-11.2" />
        <path d="M10 6.2v5.6h5.6" />
      </g>
    </svg>
  );
}
