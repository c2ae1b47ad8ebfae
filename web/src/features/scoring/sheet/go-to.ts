/** Brings a criterion into sight and puts the cursor where it is to be answered. */
export function goTo(key: string): void {
  const field = document.getElementById(`criterion-${key}`);
  if (!field) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  field.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'center' });
  const target = field.querySelector<HTMLElement>('textarea[aria-invalid="true"]') ?? field.querySelector<HTMLElement>('input, textarea, button');
  target?.focus({ preventScroll: true });
}
