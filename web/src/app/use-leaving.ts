import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../api/session.js';
import { useAttempt } from '../ui/use-attempt.js';

/** Signing out; where the server did not answer the person stays signed in and is told so, since the next one may use the same device. */
export function useLeaving(): { error: unknown; leave: () => void } {
  const navigate = useNavigate();
  const { error, attempt } = useAttempt();
  const leave = () => attempt(async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
  });
  return { error, leave: () => void leave() };
}
