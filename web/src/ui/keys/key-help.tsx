import { useEffect, useId, useRef, useState } from 'react';
import '../act-dialog.css';
import { useTexts } from '../language/texts.js';
import { uiTexts } from '../texts.js';
import './key-help.css';
import { useKeys } from './use-keys.js';

/** The keys as they stand on the keyboard, and what they do on this page. */
export type KeyLine = readonly [keys: readonly string[], does: string];

/** A small door to the shortcuts of a page, which `?` opens as well. It hides where there is no keyboard. */
export function KeyHelp({ lines }: { readonly lines: readonly KeyLine[] }) {
  const t = useTexts(uiTexts);
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true), '？': () => setOpen(true) });
  return (
    <>
      <button type="button" className="key-help no-print" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        <kbd aria-hidden="true">?</kbd> {t('shortcuts')}
      </button>
      {open ? <Sheet lines={lines} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Sheet({ lines, onClose }: { readonly lines: readonly KeyLine[]; readonly onClose: () => void }) {
  const t = useTexts(uiTexts);
  const heading = useId();
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!frame.current?.open) frame.current?.showModal();
  }, []);
  return (
    <dialog ref={frame} className="act-dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{t('shortcuts_title')}</h2>
      <dl className="key-lines">
        {[...lines, [['?'], t('shortcuts_this')] as const].map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('shortcuts_typing')}</p>
      <div className="acts">
        <button type="button" className="button" onClick={() => frame.current?.close()}>
          {t('shortcuts_close')}
        </button>
      </div>
    </dialog>
  );
}
