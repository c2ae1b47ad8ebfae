export { PdfRenderer } from './pdf-renderer.js';
export type { DocumentData, PdfSettings } from './pdf-renderer.js';
export type { Template } from './render-process.js';
export { PdfModule } from './pdf.module.js';
