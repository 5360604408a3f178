/** The mark: a small talk. Beside it stands the name, so it says nothing to screen readers. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg className="logo" viewBox="0 0 64 64" width={size} height={size} aria-hidden="true">
      <path
        className="logo-bubble"
        d="M18 4h28a14 14 0 0 1 14 14v20a14 14 0 0 1-14 14H28L14.6 60.6A1.6 1.6 0 0 1 12 59.3v-8.6A14 14 0 0 1 4 38V18A14 14 0 0 1 18 4z"
      />
      <path
        className="logo-letter"
        d="M17 39V28.500a7.500 7.500 0 0 1 15 0V39M32 28.500a7.500 7.500 0 0 1 15 0"
      />
      <circle className="logo-point" cx="47" cy="38.500" r="4.500" />
    </svg>
  );
}
