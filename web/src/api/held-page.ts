let holders = 0;

/**
 * While a page is held, an ended session neither closes it nor sends the person away: the page asks her to sign in again in place,
 * because it holds what she has typed. Returns how to let go.
 */
export function holdPage(): () => void {
  holders += 1;
  let held = true;
  return () => {
    if (held) holders -= 1;
    held = false;
  };
}

export const pageIsHeld = (): boolean => holders > 0;
