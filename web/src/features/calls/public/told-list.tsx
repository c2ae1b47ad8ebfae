import type { Rulebook, SentenceView } from '../../../api/index.js';
import { useSay } from '../../../ui/index.js';
import { basisOf } from '../plain/basis.js';
import { BasisMark } from './basis-mark.js';

interface ToldListProps {
  readonly book: Rulebook;
  readonly sentences: readonly (readonly [SentenceView, string])[];
}

/** Rules as sentences; what several of them rest on in a row is said once, under the last. */
export function ToldList({ book, sentences }: ToldListProps) {
  const say = useSay();
  return (
    <ul className="told">
      {sentences.map(([sentence, pointer], index) => (
        <li key={`${pointer} ${sentence.zh}`}>
          {say(sentence)}
          {sameBasis(book, pointer, sentences[index + 1]?.[1]) ? null : <BasisMark book={book} pointer={pointer} />}
        </li>
      ))}
    </ul>
  );
}

/** Whether the next value rests on the same, so that it need not be said twice. */
export function sameBasis(book: Rulebook, one: string, next: string | undefined): boolean {
  return next !== undefined && basisOf(book, one) === basisOf(book, next);
}
