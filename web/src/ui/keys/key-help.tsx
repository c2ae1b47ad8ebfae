import { useEffect, useId, useRef, useState } from 'react';
import '../act-dialog.css';
import { useTexts } from '../language/texts.js';
import { uiTexts } from '../texts.js';
import './key-help.css';
import { switchKeys, useKeysOn } from './keys-on.js';
import { useKeys } from './use-keys.js';

/** The keys as they stand on the keyboard, and what they do on this page. */
export type KeyLine = readonly [keys: readonly string[], does: string];

/** A small door to the shortcuts of a page, which `?` opens as well. It hides where there is no keyboard. */
export function KeyHelp({ lines }: { readonly lines: readonly KeyLine[] }) {
  const t = useTexts(uiTexts);
  const on = useKeysOn();
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true), '？': () => setOpen(true) });
  return (
    <>
      <button type="button" className="key-help no-print" aria-keyshortcuts={on ? '?' : undefined} onClick={() => setOpen(true)}>
        {on ? <kbd aria-hidden="true">?</kbd> : null} {t(on ? 'shortcuts' : 'shortcuts_off')}
      </button>
      {open ? <Sheet lines={lines} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Sheet({ lines, onClose }: { readonly lines: readonly KeyLine[]; readonly onClose: () => void }) {
  const t = useTexts(uiTexts);
  const heading = useId();
  const on = useKeysOn();
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
      <label className="key-switch">
        <input type="checkbox" checked={on} onChange={(event) => switchKeys(event.target.checked)} />
        <span>
          {t('shortcuts_on')}
          <span className="quiet">{t('shortcuts_on_what')}</span>
        </span>
      </label>
      <div className="acts">
        <button type="button" className="button" onClick={() => frame.current?.close()}>
          {t('shortcuts_close')}
        </button>
      </div>
    </dialog>
  );
}
