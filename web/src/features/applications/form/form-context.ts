import { createContext, useContext, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import type { DocumentView, PublicCallView, Rulebook, RulebookCondition, RulebookQuestion } from '../../../api/index.js';
import { isBlank, isVisible, questionsOf, sectionCondition } from './conditions.js';
import type { FileSender } from './file-sender.js';
import { answerOf, type FieldValue } from './form-values.js';

export interface FormHouse {
  readonly book: Rulebook;
  /** Something changed that no field has told by itself: a row was removed, a file arrived. */
  readonly changed: () => void;
  /** Files that the answers name, by id. */
  readonly files: ReadonlyMap<string, DocumentView>;
  /** Files that are on their way up. */
  readonly sender: FileSender;
}

const House = createContext<FormHouse | null>(null);

export const FormHouseProvider = House.Provider;

export function useFormHouse(): FormHouse {
  const house = useContext(House);
  if (!house) throw new Error('A question stands outside a form.');
  return house;
}

interface Placed {
  readonly path: string;
  readonly question: RulebookQuestion;
}

/** Where each question stands among the fields. */
function placesOf({ form }: Rulebook): ReadonlyMap<string, Placed> {
  return new Map(form.sections.flatMap((section) => section.questions.map((question) => [question.key, { path: `${section.key}.${question.key}`, question }] as const)));
}

/** Whether a question or section shows, watching only the questions that its condition names. */
export function useVisible(condition: RulebookCondition | undefined): boolean {
  const { book } = useFormHouse();
  const places = useMemo(() => placesOf(book), [book]);
  const keys = useMemo(() => (condition ? questionsOf(condition) : []), [condition]);
  const paths = useMemo(() => keys.map((key) => places.get(key)?.path ?? key), [keys, places]);
  const values = useWatch({ name: paths }) as (FieldValue | undefined)[];
  if (!condition) return true;
  const answers = new Map(keys.map((key, at) => [key, answerOfPlace(places.get(key), values[at], book)]));
  return isVisible({ visibleWhen: condition }, (key) => answers.get(key));
}

/** Whether a section shows, in the board that was chosen. */
export function useSectionVisible(section: Rulebook['form']['sections'][number]): boolean {
  const { book } = useFormHouse();
  return useVisible(useMemo(() => sectionCondition(section, book), [section, book]));
}

/** When the application closes: with the call, or with the board whose category stands in the form now. */
export function useClosesAt({ boards, closesAt }: Pick<PublicCallView, 'boards' | 'closesAt'>): string {
  const { book } = useFormHouse();
  const places = useMemo(() => placesOf(book), [book]);
  const chooser = [...places.values()].find(({ question }) => question.kind === 'choice' && question.options === 'categories');
  const value = useWatch({ name: chooser?.path ?? '', disabled: boards.length === 0 || !chooser }) as FieldValue | undefined;
  const chosen = chooser && answerOf(chooser.question, value, book);
  return boards.find(({ categoryKeys }) => categoryKeys.includes(String(chosen)))?.closesAt ?? closesAt;
}

/** Whether something stands in the field now; it is watched only while that is in question. */
export function useAnswered(question: RulebookQuestion, path: string, asked: boolean): boolean {
  const { book } = useFormHouse();
  const value = useWatch({ name: path, disabled: !asked }) as FieldValue | undefined;
  return asked && !isBlank(answerOf(question, value, book));
}

const answerOfPlace = (place: Placed | undefined, value: FieldValue | undefined, book: Rulebook): unknown => (place ? answerOf(place.question, value, book) : undefined);
