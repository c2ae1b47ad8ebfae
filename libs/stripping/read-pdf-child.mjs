// Runs in a process of its own: a PDF that was made to keep its reader busy keeps this one busy, and it is ended.
import { extractText, getDocumentProxy } from 'unpdf';

const MOST_PAGES = 400;

async function pagesOf(content) {
  const proxy = await getDocumentProxy(new Uint8Array(content), { isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  try {
    return proxy.numPages > MOST_PAGES ? null : (await extractText(proxy, { mergePages: false })).text;
  } finally {
    await proxy.destroy();
  }
}

process.on('message', ({ content }) => {
  pagesOf(content).then((pages) => process.send({ pages }), (error) => process.send({ failed: String(error) }));
});
