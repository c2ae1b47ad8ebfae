/** What the person in charge gives to others; each includes those before it. */
export const GIVEN = ['view', 'comment', 'edit'] as const;
export type Given = (typeof GIVEN)[number];
