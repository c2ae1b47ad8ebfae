/**
 * The same, laid out by V8 in one piece. An object that gets more than a dozen members by names that are worked out becomes a dictionary: it,
 * and every copy of it, is read and copied a hundred times slower. JSON that is read is never one.
 * @param plain holds nothing but JSON
 */
export const inOnePiece = <Plain extends object>(plain: Plain): Plain => JSON.parse(JSON.stringify(plain)) as Plain;
