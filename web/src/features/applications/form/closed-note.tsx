import type { ApplicationDetail } from '../../../api/index.js';
import { Icon, useLapse, useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';
import { useClosesAt } from './form-context.js';
import type { Opened } from './use-opened.js';

/** A draft that can no longer be submitted says so while somebody writes in it; another board may still take it. */
export function ClosedNote({ opened: { application, call } }: { readonly opened: Opened }) {
  return <Closed application={application} until={useClosesAt(call)} />;
}

/** By the server's clock and while the page is open: whoever writes past the deadline is told, not only whoever comes after it. */
export function Closed({ application, until }: { readonly application: ApplicationDetail; readonly until: string }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const over = useServerNow(1000) >= Date.parse(application.returned?.dueAt ?? until);
  const { takes, closedBoard, closesAt } = application.call;
  // A board that was chosen since may close later than the one that the server knew.
  const shut = !takes && until === closesAt;
  if (application.status === 'returned' ? !over : application.status !== 'draft' || !(shut || over)) return null;
  const words = application.returned ? t('closed_correction') : closedBoard && shut ? t('closed_board', { board: say(closedBoard) }) : t('closed_draft');
  return (
    <p className="read-only-note tone-late" role="status">
      <Icon name="lock" /> {words}
      {closedBoard && shut && !application.returned ? null : t('closed_kept')}
    </p>
  );
}

/** Asks the server again at the deadline, and once more where it still takes what was pressed in time. */
export function useClosing({ application, call }: Opened, act: () => void): void {
  const closesAt = Date.parse(application.returned?.dueAt ?? application.call.closesAt);
  useLapse(closesAt, act);
  useLapse(closesAt + call.rulebook.deadline.graceSeconds * 1000, act);
}
