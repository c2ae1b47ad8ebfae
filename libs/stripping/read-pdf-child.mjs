// Runs in a process of its own: a PDF that was made to keep its reader busy keeps this one busy, and it is ended.
import { extractText, getDocumentProxy } from 'unpdf';

const MOST_PAGES = 400;

process.once('message', async ({ content }) => {
  try {
    const proxy = await getDocumentProxy(new Uint8Array(content), { isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
    const pages = proxy.numPages > MOST_PAGES ? null : (await extractText(proxy, { mergePages: false })).text;
    process.send({ pages }, () => process.exit(0));
  } catch (error) {
    process.send({ failed: String(error) }, () => process.exit(0));
  }
});
