import { v7 } from 'uuid';

/** An identifier that the compiler will not let stand in for another kind of identifier. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

/** A new time-ordered identifier (UUIDv7, RFC 9562), made in the application so that a row knows its id before it is written. */
export const newId = <T extends string>(): T => v7() as T;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text has the form of an identifier; anything else is answered like an absent one. */
export const isId = (text: unknown): boolean => typeof text === 'string' && UUID.test(text);
