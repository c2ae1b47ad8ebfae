import type { FileKind } from '#libs/files';
import type { ReadText } from './read-text.js';

const OFFICE: readonly FileKind[] = ['docx', 'xlsx', 'pptx'];

/** Every word of a file that a programme can read, wherever it stands in it: also in remarks, headers, links and alternative texts. */
export async function textOfFile(kind: FileKind, content: Buffer): Promise<ReadText> {
  // Loaded with the first file to be read: most processes never meet one.
  if (kind === 'pdf') return (await import('./text-of-pdf.js')).textOfPdf(content);
  return OFFICE.includes(kind) ? (await import('./text-of-office.js')).textOfOffice(content) : { text: '', unread: true, unreadPages: [] };
}
