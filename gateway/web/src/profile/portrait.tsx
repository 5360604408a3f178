/** A picture of a profile, which may move unless the reader asks for less motion. */
export function Portrait({
  moving,
  still,
  className,
  size,
}: {
  moving: string;
  still: string;
  className?: string;
  size?: number;
}) {
  return (
    <picture>
      <source media="(prefers-reduced-motion: reduce)" srcSet={still} />
      <img className={className} src={moving} alt="" width={size} height={size} />
    </picture>
  );
}
