/**
 * Puts a text on the clipboard and answers whether it is there. Over plain http a browser offers no clipboard of its own; there the older way
 * is tried, which copies what is selected.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Forbidden by the browser or by whoever keeps this device.
  }
  return copySelected(text);
}

function copySelected(text: string): boolean {
  const held = document.activeElement;
  const place = document.createElement('textarea');
  place.value = text;
  place.style.position = 'fixed';
  place.style.opacity = '0';
  // Inside an open dialog: whatever stands outside cannot take the focus.
  (document.querySelector('dialog[open]') ?? document.body).append(place);
  place.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    place.remove();
    if (held instanceof HTMLElement) held.focus();
  }
}
