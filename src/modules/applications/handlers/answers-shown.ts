/** Answers by section key and question key; the kind of a question decides the shape of its answer. */
export const ANSWERS_SHOWN = { type: 'object', additionalProperties: { type: 'object', additionalProperties: true } } as const;
