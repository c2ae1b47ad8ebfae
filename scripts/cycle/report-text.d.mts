export declare function widthOf(text: string): number;
export declare function columns(titles: readonly string[], rows: readonly (readonly (string | number)[])[], right: readonly number[]): string[];
