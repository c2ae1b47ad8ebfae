import { useEffect, useState } from 'react';

/**
 * The secret behind `#` of a letter's link. It is taken out of the address at once, so that it stays neither in the history nor on a
 * projector.
 */
export function useLinkToken(): string | null {
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token'));
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  return token;
}
