export { DataTable, type DataTableProps } from './data-table.js';
export type { Choice, Column, TablePage, TableQuery } from './table-model.js';
export { storeColumns, storedColumns } from './use-stored-columns.js';
