import { Unstrippable } from './unstrippable.js';

/** Name and value as written, and where in the tag the value stands, its quotation marks included. */
export type XmlAttribute = readonly [name: string, value: string, start: number, end: number];

export interface XmlToken {
  readonly kind: 'open' | 'close' | 'empty' | 'text' | 'comment' | 'other';
  /** Of a tag, with its prefix; otherwise empty. */
  readonly name: string;
  readonly raw: string;
  readonly attributes: readonly XmlAttribute[];
}

const CDATA = '<![CDATA[';
/** What runs to a fixed ending, whatever stands in between. */
const SECTIONS: readonly (readonly [string, string, XmlToken['kind']])[] = [['<!--', '-->', 'comment'], [CDATA, ']]>', 'text'], ['<?', '?>', 'other']];

/**
 * The marks and texts of an XML part, one after the other; together they are the part. Whatever does not end is refused where it begins:
 * no sign is looked at more than a few times, and a hostile part costs no more than an honest one.
 */
export function* xmlTokens(xml: string): Generator<XmlToken, void, undefined> {
  for (let at = 0; at < xml.length; ) {
    const token = xml[at] === '<' ? (sectionAt(xml, at) ?? tagAt(xml, at)) : textAt(xml, at);
    yield token;
    at += token.raw.length;
  }
}

export const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();

/** The text of a token without the marks of a section of characters. */
export const textOf = ({ raw }: XmlToken): string => (raw.startsWith(CDATA) ? raw.slice(CDATA.length, -3) : raw);

function textAt(xml: string, at: number): XmlToken {
  const next = xml.indexOf('<', at);
  return { kind: 'text', name: '', raw: xml.slice(at, next < 0 ? xml.length : next), attributes: [] };
}

function sectionAt(xml: string, at: number): XmlToken | null {
  for (const [open, close, kind] of SECTIONS) {
    if (xml.startsWith(open, at)) return { kind, name: '', raw: xml.slice(at, endOf(xml, close, at + open.length)), attributes: [] };
  }
  return null;
}

function endOf(xml: string, close: string, from: number): number {
  const end = xml.indexOf(close, from);
  if (end < 0) throw new Unstrippable('markup');
  return end + close.length;
}

/** A document type is refused with all that is no tag: office files may not have one, and it could spell a name out of entities. */
function tagAt(xml: string, at: number): XmlToken {
  const from = at + (xml[at + 1] === '/' ? 2 : 1);
  const nameTo = nameEnd(xml, from);
  if (nameTo === from || xml[from] === '!') throw new Unstrippable('markup');
  const attributes = attributesFrom(xml, nameTo, at);
  const here = pastBlanks(xml, attributes.length > 0 ? at + attributes.at(-1)![3] : nameTo);
  const raw = xml.slice(at, here + (xml[here] === '/' ? 2 : 1));
  return { kind: raw[1] === '/' ? 'close' : raw.endsWith('/>') ? 'empty' : 'open', name: xml.slice(from, nameTo), raw, attributes };
}

function attributesFrom(xml: string, from: number, tag: number): XmlAttribute[] {
  const found: XmlAttribute[] = [];
  for (let at = pastBlanks(xml, from); xml[at] !== '>' && !xml.startsWith('/>', at); at = pastBlanks(xml, tag + found.at(-1)![3])) found.push(attributeAt(xml, at, tag));
  return found;
}

/** An attribute without a value in quotation marks is no XML, and nobody knows what a programme would make of it. */
function attributeAt(xml: string, from: number, tag: number): XmlAttribute {
  const nameTo = nameEnd(xml, from);
  const equals = pastBlanks(xml, nameTo);
  const start = pastBlanks(xml, equals + 1);
  const quote = xml.charAt(start);
  if (nameTo === from || xml[equals] !== '=' || !['"', "'"].includes(quote)) throw new Unstrippable('markup');
  const end = endOf(xml, quote, start + 1);
  return [xml.slice(from, nameTo), xml.slice(start + 1, end - 1), start - tag, end - tag];
}

function nameEnd(xml: string, from: number): number {
  let at = from;
  while (at < xml.length && xml.charCodeAt(at) > 32 && !'=/>"\'<'.includes(xml[at]!)) at += 1;
  return at;
}

function pastBlanks(xml: string, from: number): number {
  for (let at = from; ; at += 1) if (!(xml.charCodeAt(at) <= 32)) return at;
}
