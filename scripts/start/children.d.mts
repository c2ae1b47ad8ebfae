export declare function refusalIn(code: string, said: string): { readonly code: string; readonly zh: string; readonly en: string } | undefined;
