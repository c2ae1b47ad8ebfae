const TURNS = [0, 45, 90, 135, 180, 225, 270, 315];

/** The eight-petalled 琼花 in line. Give a title only where it stands alone; beside the name it is ornament. */
export function Mark({ size = 28, title }: { readonly size?: number; readonly title?: string }) {
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth={size < 40 ? 2.2 : size < 100 ? 1.5 : 0.8}
      strokeLinejoin="round"
      strokeLinecap="round"
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
    >
      {TURNS.map((turn) => (
        <path key={turn} d="M24 19.5C19.2 15.6 18.6 8.4 24 2.8 29.4 8.4 28.8 15.6 24 19.5Z" transform={`rotate(${turn} 24 24)`} />
      ))}
      <circle cx="24" cy="24" r="2.2" />
    </svg>
  );
}
