// Runs in a process of its own: a PDF that was made to keep its reader busy keeps this one busy, and it is ended.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { hasDrawings } from './page-drawings.mjs';

const MOST_PAGES = 400;
/** Pages that are not looked at by then count as pages with drawings: their text is read all the same. */
const MOST_MS_LOOKING = 10_000;

// Newer than the oldest Node that the platform runs on; what loads a font asks for it.
ArrayBuffer.prototype.transferToFixedLength ??= function transferToFixedLength(length = this.byteLength) {
  return this.slice(0, length);
};

// The reader passes over what it cannot make out, and tells of it by a warning alone.
let interrupted = false;
const warned = (message) => {
  interrupted ||= String(message).includes(' - ignoring ');
};
Object.assign(console, { log: warned, warn: warned });

const { OPS, VerbosityLevel } = await getResolvedPDFJS();

/** @returns {Promise<[T, boolean]>} what came out, and whether something was passed over on the way */
async function attentively(reading) {
  interrupted = false;
  return [await reading(), interrupted];
}

async function wordsOf(page) {
  const [{ items }, passedOver] = await attentively(() => page.getTextContent());
  const text = items.map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
  return { text, unread: passedOver || text.trim() === '' };
}

async function isDrawnOn(page) {
  const [operations, passedOver] = await attentively(() => page.getOperatorList({ intent: 'any' }));
  const isType3 = (op, args) => op === OPS.setFont && page.commonObjs.has(args[0]) && page.commonObjs.get(args[0]).isType3Font === true;
  return passedOver || hasDrawings(operations, isType3);
}

async function pagesOf(content, pictured) {
  const proxy = await getDocumentProxy(new Uint8Array(content), { isEvalSupported: false, useSystemFonts: false, verbosity: VerbosityLevel.WARNINGS });
  const until = Date.now() + MOST_MS_LOOKING;
  const pages = [];
  try {
    if (proxy.numPages > MOST_PAGES) return null;
    for (let number = 1; number <= proxy.numPages; number += 1) {
      const page = await proxy.getPage(number);
      const { text, unread } = await wordsOf(page);
      pages.push({ text, unread: unread || pictured.includes(number) || Date.now() > until || (await isDrawnOn(page)) });
      page.cleanup();
    }
    return pages;
  } finally {
    await proxy.destroy();
  }
}

process.on('message', ({ content, pictured }) => {
  pagesOf(content, pictured).then((pages) => process.send({ pages }), (error) => process.send({ failed: String(error) }));
});
