import { useEffect } from 'react';
import { keysAreOn } from './keys-on.js';

const WRITES = 'input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"], [type="file"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
const DIALOGS = 'dialog, [role="dialog"], [role="alertdialog"]';
/** These move a choice of their own while a radio button or a checkbox has the focus. */
const CHOOSES = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ', 'Enter']);
const SIDEWAYS = new Set(['ArrowLeft', 'ArrowRight']);

/** A table that is wider than its place is read by the arrows while it has the focus. */
const readsSideways = (target: Element, key: string): boolean => SIDEWAYS.has(key) && target !== document.body && target.scrollWidth > target.clientWidth;

const hears = (target: EventTarget | null, key: string): boolean =>
  !(target instanceof Element) || (target.closest(`${WRITES}, ${DIALOGS}`) === null && !(CHOOSES.has(key) && target.matches('input')) && !readsSideways(target, key));

/** What a key does; `'typed'` leaves the character to the field that has just been given the focus. */
export type KeyAct = () => void | 'typed';

/** Hears single keys anywhere on the page except where somebody writes or is asked something. */
export function useKeys(keys: Readonly<Record<string, KeyAct>>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (!act || !keysAreOn() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !hears(event.target, event.key) || document.querySelector('dialog:modal')) return;
      if (act() !== 'typed') event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}

/** Moves the focus along the elements that the selector finds; without one in focus it begins at the near end. */
export function moveFocus(selector: string, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const at = all.findIndex((one) => one === document.activeElement);
  const next = all[at < 0 ? (step === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
