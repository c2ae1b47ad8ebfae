export type { Cell, Rows } from './cell.js';
export { readXlsx } from './read-xlsx.js';
export type { ReadLimits, ReadSheet } from './read-xlsx.js';
export type { CellValue, ReadRow } from './sheet-part.js';
export { streamCsv, writeCsv } from './write-csv.js';
export type { CsvOptions } from './write-csv.js';
export { streamXlsx, writeXlsx } from './write-xlsx.js';
export type { Sheet, SheetColumn } from './write-xlsx.js';
