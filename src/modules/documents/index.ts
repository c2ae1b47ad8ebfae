export { DocumentsModule } from './documents.module.js';
export { DocumentsFacade, type MadeFile } from './documents.facade.js';
export { DocumentView } from './handlers/document.view.js';
export type { Audience, DocumentId, Owner } from './domain/document.js';
export { documentsInvariants } from './store/documents.invariants.js';
