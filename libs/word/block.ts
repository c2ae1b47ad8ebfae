/** One part of a document to be filled in by hand, from top to bottom. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'note'; readonly text: string }
  /** A titled box with room to write in; its lines may stand there already. */
  | { readonly kind: 'box'; readonly title: string; readonly notes: readonly string[]; readonly lines: readonly string[]; readonly room?: number }
  /** A titled table with named columns and rows to fill. */
  | { readonly kind: 'grid'; readonly title: string; readonly notes: readonly string[]; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
