import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { ActionButton, type ActionButtonProps } from './action-button.js';
import './act-dialog.css';
import { ErrorNote } from './error-note.js';
import { useTexts } from './language/texts.js';
import { TextAreaField } from './text-area-field.js';
import { uiTexts } from './texts.js';

export interface ActDialogProps extends Pick<ActionButtonProps, 'refusal' | 'kind' | 'icon'> {
  /** On the button; it opens the dialog. */
  readonly label: string;
  /** Asks the question or names what is about to happen; the label without it. */
  readonly title?: string;
  /** What follows from it, and what can no longer be changed afterwards. */
  readonly children?: ReactNode;
  /** On the button that does it; the label without it. */
  readonly confirm?: string;
  /** Asks for a reason in words; `least` characters at least, none where it may be left out; `start` stands there already. */
  readonly reason?: { readonly label: string; readonly hint?: string; readonly least: number; readonly start?: string };
  /** The server's sentence against the very act, known only inside. */
  readonly innerRefusal?: string | null;
  /** The dialog closes once it has succeeded; a refusal is shown in it. */
  readonly onAct: (reason: string) => Promise<unknown>;
}

/** A step that is not taken back: what follows is said first, and only then it is done. */
export function ActDialog(props: ActDialogProps) {
  const [open, setOpen] = useState(false);
  const { label, refusal, kind, icon } = props;
  return (
    <>
      <ActionButton onAct={() => setOpen(true)} refusal={refusal ?? null} {...(kind ? { kind } : {})} {...(icon ? { icon } : {})}>
        {label}
      </ActionButton>
      {open ? <Sheet {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Sheet({ label, title = label, children, confirm = label, kind, reason, innerRefusal, onAct, onClose }: ActDialogProps & { onClose: () => void }) {
  const t = useTexts(uiTexts);
  const heading = useId();
  const frame = useModal();
  const [words, setWords] = useState(reason?.start ?? '');
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAct(onAct, onClose);
  const short = reason !== undefined && [...words.trim()].length < reason.least;
  const act = () => {
    setTried(true);
    if (!short) run(words.trim());
  };
  return (
    <dialog ref={frame} className="act-dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children ? <div className="what-follows">{children}</div> : null}
      {reason ? <TextAreaField label={reason.label} value={words} rows={4} autoFocus onChange={(event) => setWords(event.target.value)} {...(reason.hint ? { hint: reason.hint } : {})} wrong={tried && short ? t('reason_short', { least: reason.least }) : undefined} /> : null}
      {error ? <ErrorNote error={error} /> : null}
      <div className="acts">
        <ActionButton onAct={act} busy={busy} refusal={innerRefusal ?? null} {...(kind === 'danger' ? { kind } : {})}>
          {confirm}
        </ActionButton>
        <button type="button" className="button plain" onClick={onClose}>
          {t('not_now')}
        </button>
      </div>
    </dialog>
  );
}

/** Opens the native dialog, which keeps the focus and closes with Esc. */
function useModal() {
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!frame.current?.open) frame.current?.showModal();
    // A long dialog begins at its title, also where the cursor waits in a field below.
    frame.current?.scrollTo({ top: 0 });
  }, []);
  return frame;
}

function useAct(onAct: (reason: string) => Promise<unknown>, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (reason: string) => {
    setBusy(true);
    setError(null);
    onAct(reason).then(onDone, (problem: unknown) => {
      setError(problem);
      setBusy(false);
    });
  };
  return { busy, error, run };
}
